/** What makes an event fit a condition, shared by all that meet events. */
@NullMarked
package org.upstart4j.jobfile.internal.match;

import org.jspecify.annotations.NullMarked;
