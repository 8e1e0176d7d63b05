/** Commands that ask an Upstart and wait for it. */
@NullMarked
package org.upstart4j.cli.live;

import org.jspecify.annotations.NullMarked;
