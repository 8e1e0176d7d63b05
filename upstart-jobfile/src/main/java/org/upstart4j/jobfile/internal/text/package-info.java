/** Text that any bytes can become, and that becomes them again. */
@NullMarked
package org.upstart4j.jobfile.internal.text;

import org.jspecify.annotations.NullMarked;
