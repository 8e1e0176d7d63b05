/** The ways to an Upstart. */
@NullMarked
package org.upstart4j.cli.reach;

import org.jspecify.annotations.NullMarked;
