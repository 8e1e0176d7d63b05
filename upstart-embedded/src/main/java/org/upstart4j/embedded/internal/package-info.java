/** The engine: what the real Upstart does, by its rules. */
@NullMarked
package org.upstart4j.embedded.internal;

import org.jspecify.annotations.NullMarked;
