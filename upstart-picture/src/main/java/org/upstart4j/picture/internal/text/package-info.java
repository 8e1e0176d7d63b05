/** Pictures as text that other programs draw: DOT and Mermaid. */
@NullMarked
package org.upstart4j.picture.internal.text;

import org.jspecify.annotations.NullMarked;
