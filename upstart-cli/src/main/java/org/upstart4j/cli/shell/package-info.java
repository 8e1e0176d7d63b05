/** What a shell and man know of the commands. */
@NullMarked
package org.upstart4j.cli.shell;

import org.jspecify.annotations.NullMarked;
