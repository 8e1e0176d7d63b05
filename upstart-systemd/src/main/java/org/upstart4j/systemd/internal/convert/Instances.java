package org.upstart4j.systemd.internal.convert;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.upstart4j.jobfile.JobDefinition;
import org.upstart4j.systemd.finding.ConversionCode;

/** Jobs with several instances. */
final class Instances {

  private static final Pattern ONE_VARIABLE =
      Pattern.compile("\\$(?:([A-Za-z_][A-Za-z0-9_]*)|\\{([A-Za-z_][A-Za-z0-9_]*)\\})");

  private final JobUnit job;

  Instances(JobUnit job) {
    this.job = job;
  }

  /** Whether a job has instances. */
  static boolean has(JobDefinition definition) {
    return definition.instance().filter(name -> !name.isEmpty()).isPresent();
  }

  /** The variable whose value alone names the instances of a job. */
  static Optional<String> variable(JobDefinition definition) {
    return definition
        .instance()
        .map(ONE_VARIABLE::matcher)
        .filter(Matcher::matches)
        .map(found -> found.group(1) == null ? found.group(2) : found.group(1));
  }

  Outcome instance() {
    if (!job.isTemplate()) {
      return Outcome.exact(ConversionCode.INSTANCE, "all have the same empty name: there is one");
    }
    Optional<String> variable = variable(job.definition());
    if (variable.isEmpty()) {
      return Outcome.lost(
              ConversionCode.INSTANCE_COMPOUND,
              "an instance of systemd has one name, which cannot be taken apart into variables")
          .remedy("have the script take the name apart: it is in $UPSTART_INSTANCE");
    }
    String directive =
        job.shape() == Shape.TARGET
            ? "Description=%I"
            : job.draft().add(Draft.SERVICE, "Environment", "\"" + variable.get() + "=%I\"");
    return Outcome.approximate(
            ConversionCode.INSTANCE, "the name of the instance becomes the variable's value")
        .as(directive)
        .remedy("systemctl start " + job.draft().name().replace("@.", "@$(systemd-escape NAME)."));
  }
}
