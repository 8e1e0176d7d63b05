/** The packages, installed, run and removed. */
@NullMarked
package org.upstart4j.it.install;

import org.jspecify.annotations.NullMarked;
