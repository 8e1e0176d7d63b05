/** The program initctl for the processes of an engine's jobs. */
@NullMarked
package org.upstart4j.embedded.internal.initctl;

import org.jspecify.annotations.NullMarked;
