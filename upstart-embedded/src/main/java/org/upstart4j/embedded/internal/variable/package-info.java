/** Tables of variables, and the references to them. */
@NullMarked
package org.upstart4j.embedded.internal.variable;

import org.jspecify.annotations.NullMarked;
