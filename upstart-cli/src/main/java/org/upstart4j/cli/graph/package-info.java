/** Pictures of what starts what. */
@NullMarked
package org.upstart4j.cli.graph;

import org.jspecify.annotations.NullMarked;
