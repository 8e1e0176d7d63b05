/** The commands, options, output and exit statuses of initctl. */
@NullMarked
package org.upstart4j.cli.initctl;

import org.jspecify.annotations.NullMarked;
