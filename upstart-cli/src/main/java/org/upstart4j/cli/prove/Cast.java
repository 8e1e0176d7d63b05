package org.upstart4j.cli.prove;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.upstart4j.cli.prove.probe.Unprovable;
import org.upstart4j.jobfile.JobDefinition;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.JobFolder;
import org.upstart4j.jobfile.Verdict;
import org.upstart4j.jobfile.version.UpstartVersion;

/**
 * The jobs from which those to be played are chosen.
 *
 * @param all the jobs
 * @param version the Upstart that reads them
 */
record Cast(JobFolder all, UpstartVersion version) {

  Optional<JobDefinition> definition(String job) {
    return all.conf(job)
        .map(conf -> verdict(job, conf))
        .filter(Verdict.Accepted.class::isInstance)
        .map(verdict -> ((Verdict.Accepted) verdict).definition());
  }

  private Verdict verdict(String job, JobFile conf) {
    Optional<JobFile> override = all.override(job);
    return override.isPresent()
        ? JobDefinition.verdict(job, conf, override.get(), version)
        : JobDefinition.verdict(job, conf, version);
  }

  /** Those of the jobs that are there and that probes can play. */
  List<JobDefinition> playable(List<String> jobs) {
    return jobs.stream()
        .flatMap(job -> definition(job).stream())
        .filter(job -> Unprovable.reasons(job).isEmpty())
        .filter(job -> job.instance().orElse("").isEmpty())
        .toList();
  }

  /** The files of some jobs only. */
  JobFolder folder(String job, List<JobDefinition> others) {
    List<String> jobs = new ArrayList<>(List.of(job));
    others.forEach(other -> jobs.add(other.name()));
    Map<String, JobFile> files = new TreeMap<>();
    for (String name : jobs) {
      all.conf(name).ifPresent(file -> files.put(name + ".conf", file));
      all.override(name).ifPresent(file -> files.put(name + ".override", file));
    }
    return JobFolder.of(files);
  }
}
