/** Why jobs stand where they stand. */
@NullMarked
package org.upstart4j.cli.why;

import org.jspecify.annotations.NullMarked;
