package org.upstart4j.simulation;

import org.upstart4j.ProcessType;

/**
 * A process that no scenario said anything about, so that it did what one does by default.
 *
 * @param job the job's name
 * @param process which process
 * @param command what its stanza says
 */
public record DefaultProgram(String job, ProcessType process, String command) {}
