package org.upstart4j.embedded.internal.source;

import java.util.Optional;
import org.upstart4j.jobfile.JobDefinition;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.Verdict;
import org.upstart4j.jobfile.version.UpstartVersion;

/**
 * The files of a job that were given to the engine, and lie in no folder.
 *
 * @param conf what would stand in its conf file
 * @param override what would stand in its override file
 */
public record GivenJob(JobFile conf, Optional<JobFile> override) {

  Verdict verdict(String name, UpstartVersion version) {
    return override
        .map(file -> JobDefinition.verdict(name, conf, file, version))
        .orElseGet(() -> JobDefinition.verdict(name, conf, version));
  }
}
