/** What both pictures and texts of a timeline need: where times are, and which rows are shown. */
@NullMarked
package org.upstart4j.picture.internal.scale;

import org.jspecify.annotations.NullMarked;
