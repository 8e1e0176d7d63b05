/** Graphs and timelines as SVG. */
@NullMarked
package org.upstart4j.picture.internal.svg;

import org.jspecify.annotations.NullMarked;
