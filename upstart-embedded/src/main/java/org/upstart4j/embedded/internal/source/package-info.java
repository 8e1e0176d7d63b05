/** Where an engine's jobs come from. */
@NullMarked
package org.upstart4j.embedded.internal.source;

import org.jspecify.annotations.NullMarked;
