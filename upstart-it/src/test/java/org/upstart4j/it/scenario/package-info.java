/** Replays recordings of a real Upstart. */
@NullMarked
package org.upstart4j.it.scenario;

import org.jspecify.annotations.NullMarked;
