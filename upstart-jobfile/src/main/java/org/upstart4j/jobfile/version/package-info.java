/** The versions of Upstart, and what each of them knows. */
@NullMarked
package org.upstart4j.jobfile.version;

import org.jspecify.annotations.NullMarked;
