/**
 * The whole state of an Upstart, as it hands it on when it re-executes itself: read and written.
 */
@NullMarked
package org.upstart4j.state;

import org.jspecify.annotations.NullMarked;
