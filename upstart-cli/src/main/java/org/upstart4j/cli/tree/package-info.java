/** What starts what. */
@NullMarked
package org.upstart4j.cli.tree;

import org.jspecify.annotations.NullMarked;
