package org.upstart4j.cli.graph;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.upstart4j.Upstart;
import org.upstart4j.analysis.Check;
import org.upstart4j.analysis.finding.Finding;
import org.upstart4j.analysis.finding.Severity;
import org.upstart4j.analysis.platform.Target;
import org.upstart4j.cli.command.Inputs;
import org.upstart4j.cli.command.Invocation;
import org.upstart4j.cli.command.Option;
import org.upstart4j.cli.command.TargetName;
import org.upstart4j.cli.reach.Reason;
import org.upstart4j.jobfile.JobDefinition;
import org.upstart4j.jobfile.JobDirectory;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.JobFolder;
import org.upstart4j.jobfile.Verdict;
import org.upstart4j.picture.graph.JobGraphBuilder;

/**
 * Where the jobs of a picture come from.
 *
 * @param name what the picture is called
 * @param builder makes the graph
 * @param complaints what is missing in it, and why
 */
record GraphSource(String name, JobGraphBuilder builder, List<String> complaints) {

  /** The files of a folder. */
  static GraphSource ofFolder(Invocation call, String path, boolean checks) throws IOException {
    Target target =
        call.value(Option.FOR).map(TargetName::target).orElse(Target.of(call.version()));
    JobFolder folder = JobDirectory.of(Inputs.path(path), target.version()).read();
    JobGraphBuilder builder = JobGraphBuilder.of(folder, target);
    if (checks) {
      builder.findings(findings(folder, target));
    }
    List<String> complaints = new ArrayList<>();
    folder.unreadable().forEach((file, why) -> complaints.add(path + "/" + file + ": " + why));
    for (String job : folder.jobs()) {
      rejection(folder, job, target).map(why -> path + "/" + why).ifPresent(complaints::add);
    }
    return new GraphSource("Jobs of " + path, builder, complaints);
  }

  /** What an Upstart tells of its jobs. */
  static GraphSource ofUpstart(Upstart upstart) {
    return new GraphSource(
        "Jobs of Upstart",
        JobGraphBuilder.of(upstart),
        List.copyOf(Reason.rejected(upstart).values()));
  }

  private static List<Finding> findings(JobFolder folder, Target target) {
    return Check.of(target).check(folder).stream()
        .filter(finding -> finding.severity().isAtLeast(Severity.WARNING))
        .toList();
  }

  private static Optional<String> rejection(JobFolder folder, String job, Target target) {
    JobFile conf = folder.conf(job).orElseThrow();
    Verdict verdict =
        folder
            .override(job)
            .map(override -> JobDefinition.verdict(job, conf, override, target.version()))
            .orElseGet(() -> JobDefinition.verdict(job, conf, target.version()));
    return verdict instanceof Verdict.Rejected rejected
        ? Optional.of(job + (rejected.inOverride() ? ".override:" : ".conf:") + rejected.problem())
        : Optional.empty();
  }
}
