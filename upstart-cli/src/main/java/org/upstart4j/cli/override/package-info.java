/** Override files that keep jobs from starting by themselves. */
@NullMarked
package org.upstart4j.cli.override;

import org.jspecify.annotations.NullMarked;
