/** Pictures of jobs: DOT, Mermaid, SVG, text, and pages of HTML. */
@NullMarked
package org.upstart4j.picture;

import org.jspecify.annotations.NullMarked;
