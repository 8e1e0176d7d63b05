package org.upstart4j.picture.timeline;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.upstart4j.jobfile.JobDefinition;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.JobFolder;
import org.upstart4j.jobfile.Verdict;
import org.upstart4j.jobfile.version.Feature;
import org.upstart4j.jobfile.version.UpstartVersion;

/** Takes the conditions of all jobs from a folder. */
final class FolderConditions {

  private FolderConditions() {}

  static Map<String, Conditions> of(JobFolder folder, UpstartVersion version) {
    Map<String, Conditions> all = new TreeMap<>();
    for (String job : folder.jobs()) {
      folder
          .conf(job)
          .flatMap(conf -> verdict(job, conf, folder, version).registered())
          .ifPresent(definition -> all.put(job, Conditions.of(definition)));
    }
    return all;
  }

  private static Verdict verdict(
      String job, JobFile conf, JobFolder folder, UpstartVersion version) {
    Optional<JobFile> override =
        version.has(Feature.OVERRIDE) ? folder.override(job) : Optional.empty();
    return override.isPresent()
        ? JobDefinition.verdict(job, conf, override.get(), version)
        : JobDefinition.verdict(job, conf, version);
  }
}
