/** How the numbers are found, and how they get into registries. */
@NullMarked
package org.upstart4j.micrometer.internal;

import org.jspecify.annotations.NullMarked;
