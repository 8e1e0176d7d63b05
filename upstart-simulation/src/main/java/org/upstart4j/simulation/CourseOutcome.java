package org.upstart4j.simulation;

import java.time.Duration;
import java.util.List;
import org.upstart4j.Event;

/**
 * How a simulation ended.
 *
 * @param end why
 * @param length how much time had passed
 * @param notEmitted events of the caller that had to wait for others
 * @param unusedPrograms entries of the scenario that were for no process
 * @param lost instances whose processes run without Upstart knowing
 * @param stateDump Upstart's own account of its state
 */
record CourseOutcome(
    CourseEnd end,
    Duration length,
    List<Event> notEmitted,
    List<String> unusedPrograms,
    List<String> lost,
    String stateDump) {}
