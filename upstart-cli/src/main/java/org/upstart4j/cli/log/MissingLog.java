package org.upstart4j.cli.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.upstart4j.jobfile.JobDefinition;
import org.upstart4j.jobfile.JobDirectory;
import org.upstart4j.jobfile.Verdict;
import org.upstart4j.jobfile.stanza.Console;
import org.upstart4j.jobfile.version.UpstartVersion;

/** Why a job may have no log. */
record MissingLog(JobLog log, String job, Path confdir, UpstartVersion version) {

  /** What is known, a sentence each. */
  List<String> reasons() throws IOException {
    if (!Files.isDirectory(log.folder())) {
      return List.of("there is no folder " + log.folder() + "; say where logs are: --logdir DIR");
    }
    List<String> reasons = new ArrayList<>(List.of("there is no " + log.path()));
    List<String> instances = log.instances();
    List<String> rotated = log.rotated();
    if (!instances.isEmpty()) {
      reasons.add(
          "there are " + String.join(", ", instances) + "; name an instance: --instance NAME");
    }
    if (!rotated.isEmpty()) {
      reasons.add("older ones are " + String.join(", ", rotated));
    }
    reasons.add(byConfiguration());
    return reasons;
  }

  private String byConfiguration() throws IOException {
    if (!Files.isDirectory(confdir)) {
      return "the job may not have run yet, or have printed nothing";
    }
    JobDirectory folder = JobDirectory.of(confdir, version);
    try {
      if (folder.conf(job).isEmpty()) {
        return "there is no job file "
            + folder.confPath(job)
            + folder.explainUnknown(job).map(why -> "; " + why).orElse("");
      }
    } catch (IllegalArgumentException noName) {
      return "no job can be called that";
    }
    Verdict verdict = folder.verdict(job);
    Optional<String> rejection = folder.rejection(job, verdict);
    if (rejection.isPresent()) {
      return rejection.get();
    }
    Optional<Console> console = verdict.registered().flatMap(JobDefinition::console);
    if (console.isPresent() && console.get() != Console.LOG) {
      return "the job says console " + console.get() + ", so nothing of it is logged";
    }
    return "the job has not run yet, or has printed nothing";
  }
}
