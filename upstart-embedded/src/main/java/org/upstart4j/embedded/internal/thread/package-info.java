/** An engine's thread, and the threads beside it. */
@NullMarked
package org.upstart4j.embedded.internal.thread;

import org.jspecify.annotations.NullMarked;
