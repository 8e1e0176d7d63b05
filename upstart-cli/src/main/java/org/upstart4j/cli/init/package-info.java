/** The commands that run a container: {@code init} is its process 1, {@code health} asks it. */
@NullMarked
package org.upstart4j.cli.init;

import org.jspecify.annotations.NullMarked;
