/**
 * How job files are cut, read and spelled: the only code that knows ANTLR. Not exported, and free
 * to change.
 */
@NullMarked
package org.upstart4j.jobfile.internal;

import org.jspecify.annotations.NullMarked;
