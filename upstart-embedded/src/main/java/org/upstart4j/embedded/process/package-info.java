/** Where an engine's processes come from: {@link org.upstart4j.embedded.process.ProcessSpawner}. */
@NullMarked
package org.upstart4j.embedded.process;

import org.jspecify.annotations.NullMarked;
