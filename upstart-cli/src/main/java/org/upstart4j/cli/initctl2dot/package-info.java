/** The graph of events and jobs that Upstart's own {@code initctl2dot} draws. */
@NullMarked
package org.upstart4j.cli.initctl2dot;

import org.jspecify.annotations.NullMarked;
