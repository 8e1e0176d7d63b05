/**
 * Checks job files for the Upstart that they are meant for, and finds what goes wrong for people.
 */
@NullMarked
package org.upstart4j.analysis;

import org.jspecify.annotations.NullMarked;
