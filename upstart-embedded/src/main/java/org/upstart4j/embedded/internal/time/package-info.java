/** Where an engine gets its time from. */
@NullMarked
package org.upstart4j.embedded.internal.time;

import org.jspecify.annotations.NullMarked;
