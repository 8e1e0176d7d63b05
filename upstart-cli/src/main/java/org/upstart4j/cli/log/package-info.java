/** The logs of jobs. */
@NullMarked
package org.upstart4j.cli.log;

import org.jspecify.annotations.NullMarked;
