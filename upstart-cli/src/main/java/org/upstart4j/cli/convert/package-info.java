/** {@code upstart convert}: job files become units of systemd. */
@NullMarked
package org.upstart4j.cli.convert;

import org.jspecify.annotations.NullMarked;
