/** The whole state of an Upstart, as it hands it to itself when it executes itself anew. */
@NullMarked
package org.upstart4j.state;

import org.jspecify.annotations.NullMarked;
