/** The machines on which scenarios are played: the engine, and a systemd of one's own. */
@NullMarked
package org.upstart4j.cli.prove.machine;

import org.jspecify.annotations.NullMarked;
