/** The platforms that run Upstart, and the events and jobs that they provide. */
@NullMarked
package org.upstart4j.analysis.platform;

import org.jspecify.annotations.NullMarked;
