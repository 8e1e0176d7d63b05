/** What happened, when, and because of what. */
@NullMarked
package org.upstart4j.picture.timeline;

import org.jspecify.annotations.NullMarked;
