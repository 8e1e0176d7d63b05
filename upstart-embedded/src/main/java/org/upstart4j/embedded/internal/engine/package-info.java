/** The parts of an engine, put together. */
@NullMarked
package org.upstart4j.embedded.internal.engine;

import org.jspecify.annotations.NullMarked;
