/** {@code upstart timeline}: what happened, when, and because of what. */
@NullMarked
package org.upstart4j.cli.timeline;

import org.jspecify.annotations.NullMarked;
