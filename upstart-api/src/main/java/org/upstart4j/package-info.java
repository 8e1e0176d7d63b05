/** The ports of an Upstart ({@link org.upstart4j.Upstart}), its nouns and its errors. */
@NullMarked
package org.upstart4j;

import org.jspecify.annotations.NullMarked;
