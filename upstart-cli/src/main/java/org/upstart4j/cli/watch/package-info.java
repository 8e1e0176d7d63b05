/** The list of jobs, kept up to date. */
@NullMarked
package org.upstart4j.cli.watch;

import org.jspecify.annotations.NullMarked;
