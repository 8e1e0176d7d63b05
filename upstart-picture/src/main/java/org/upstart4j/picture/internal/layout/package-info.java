/** Where everything in a graph is drawn. */
@NullMarked
package org.upstart4j.picture.internal.layout;

import org.jspecify.annotations.NullMarked;
