/** {@code upstart check}: what is wrong with job files, for people and for programs. */
@NullMarked
package org.upstart4j.cli.check;

import org.jspecify.annotations.NullMarked;
