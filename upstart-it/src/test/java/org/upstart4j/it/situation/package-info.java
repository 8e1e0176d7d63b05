/** Situations in which jobs get, and what is said about them, whichever way they are looked at. */
@NullMarked
package org.upstart4j.it.situation;

import org.jspecify.annotations.NullMarked;
