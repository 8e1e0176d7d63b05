/** A change of many hosts in batches, which stops where too much fails, and can be resumed. */
@NullMarked
package org.upstart4j.fleet.rolling;

import org.jspecify.annotations.NullMarked;
