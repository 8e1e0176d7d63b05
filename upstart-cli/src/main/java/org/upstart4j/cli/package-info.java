/** The command line: {@code upstart} and {@code upstart-create}. */
@NullMarked
package org.upstart4j.cli;

import org.jspecify.annotations.NullMarked;
