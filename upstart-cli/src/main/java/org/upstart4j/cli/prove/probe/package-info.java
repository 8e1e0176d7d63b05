/** Programs that stand for the processes of a job, and note who they are. */
@NullMarked
package org.upstart4j.cli.prove.probe;

import org.jspecify.annotations.NullMarked;
