/** Upstart over the program initctl, on this machine or on another. */
@NullMarked
package org.upstart4j.initctl;

import org.jspecify.annotations.NullMarked;
