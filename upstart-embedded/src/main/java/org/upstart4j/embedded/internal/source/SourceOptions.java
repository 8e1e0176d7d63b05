package org.upstart4j.embedded.internal.source;

import java.util.Map;
import java.util.Optional;
import org.upstart4j.jobfile.JobDirectory;
import org.upstart4j.jobfile.version.UpstartVersion;

/**
 * Where an engine's jobs come from.
 *
 * @param given the job files that were given to it, by the jobs' names; they hide those of the
 *     folder
 * @param folder the folder of the other job files
 * @param version the Upstart that the job files are for
 */
public record SourceOptions(
    Map<String, GivenJob> given, Optional<JobDirectory> folder, UpstartVersion version) {}
