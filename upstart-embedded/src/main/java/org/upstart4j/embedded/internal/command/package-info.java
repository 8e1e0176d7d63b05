/** What an engine can be asked for. */
@NullMarked
package org.upstart4j.embedded.internal.command;

import org.jspecify.annotations.NullMarked;
