/** Pages of HTML. */
@NullMarked
package org.upstart4j.picture.internal.page;

import org.jspecify.annotations.NullMarked;
