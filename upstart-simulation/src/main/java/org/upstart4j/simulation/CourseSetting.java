package org.upstart4j.simulation;

import java.util.Map;
import java.util.Set;
import org.upstart4j.analysis.platform.Target;
import org.upstart4j.jobfile.JobFolder;

/**
 * What a simulation began with.
 *
 * @param folder the folder, as it was given
 * @param target the Upstart that it is for
 * @param standIns the jobs of the scenario that the folder lacks
 * @param rejected why Upstart rejects files, by the jobs' names
 */
record CourseSetting(
    JobFolder folder, Target target, Set<String> standIns, Map<String, String> rejected) {}
