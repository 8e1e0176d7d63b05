/** What happened on a machine, and how two machines differ. */
@NullMarked
package org.upstart4j.cli.prove.trace;

import org.jspecify.annotations.NullMarked;
