/** Text that others have written, fit to be shown. */
@NullMarked
package org.upstart4j.picture.internal.shown;

import org.jspecify.annotations.NullMarked;
