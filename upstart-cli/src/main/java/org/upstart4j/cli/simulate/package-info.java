/** {@code upstart simulate} and {@code upstart diff-boot}: what would happen. */
@NullMarked
package org.upstart4j.cli.simulate;

import org.jspecify.annotations.NullMarked;
