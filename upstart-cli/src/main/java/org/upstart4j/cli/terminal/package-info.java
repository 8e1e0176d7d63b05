/** What all commands share: how they are described, and how they print. */
@NullMarked
package org.upstart4j.cli.terminal;

import org.jspecify.annotations.NullMarked;
