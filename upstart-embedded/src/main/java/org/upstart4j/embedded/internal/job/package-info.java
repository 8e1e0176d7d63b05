/** Jobs, their instances and the processes of these. */
@NullMarked
package org.upstart4j.embedded.internal.job;

import org.jspecify.annotations.NullMarked;
