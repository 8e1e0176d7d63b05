package org.upstart4j.analysis.internal.rule;

import java.util.Optional;
import java.util.Set;
import org.upstart4j.analysis.internal.model.Awaited;
import org.upstart4j.analysis.internal.model.CheckedJob;
import org.upstart4j.analysis.internal.model.Folder;
import org.upstart4j.analysis.internal.model.Placed;
import org.upstart4j.analysis.internal.model.PlacedCondition;
import org.upstart4j.analysis.internal.model.Providers;
import org.upstart4j.jobfile.stanza.StanzaName;
import org.upstart4j.jobfile.stanza.TextStanza;
import org.upstart4j.jobfile.version.Dialect;

/** An instance variable that nothing sets. */
final class InstanceVariableUnsetRule implements JobRule {

  /** What each job has before it has a name. */
  private static final Set<String> ALWAYS_SET = Set.of("PATH", "TERM", "UPSTART_EVENTS");

  @Override
  public void check(CheckedJob job, Folder folder, Report report) {
    Optional<PlacedCondition> start = job.startCondition();
    Optional<Placed> instance = job.instance();
    if (start.isPresent() && instance.isPresent()) {
      String text = ((TextStanza) instance.get().typed()).text();
      for (String variable : References.required(text)) {
        if (!isSetByJob(job, variable) && !folder.providers().isSetByScript(variable)) {
          check(job, instance.get(), variable, folder, report);
        }
      }
    }
  }

  private static boolean isSetByJob(CheckedJob job, String variable) {
    return ALWAYS_SET.contains(variable) || job.last("env " + variable).isPresent();
  }

  private static void check(
      CheckedJob job, Placed instance, String variable, Folder folder, Report report) {
    PlacedCondition start = job.startCondition().orElseThrow();
    if (!isImported(job, variable, folder)) {
      report.add(
          instance,
          "\"%s\" is not imported".formatted(variable),
          ("On ChromeOS a job gets no variable of an event that \"import\" does not name, so it has"
                  + " no name for its instance and does not start. Write \"import %s\".")
              .formatted(variable));
    } else {
      without(start, variable, folder.providers())
          .ifPresent(event -> add(instance, variable, event, start, report));
    }
  }

  private static boolean isImported(CheckedJob job, String variable, Folder folder) {
    return folder.target().version().dialect() != Dialect.CHROMEOS
        || Awaited.OF_JOB_EVENTS.contains(variable)
        || variable.startsWith("UPSTART_")
        || job.listed(StanzaName.IMPORT).contains(variable);
  }

  /** An event that starts the job and does not bring the variable. */
  private static Optional<Awaited> without(
      PlacedCondition start, String variable, Providers providers) {
    return start.fold(
        event -> Optional.of(event).filter(found -> !providers.mayCarry(found, variable)),
        (left, right) -> right.isPresent() ? left : right,
        (left, right) -> left.or(() -> right));
  }

  private static void add(
      Placed instance, String variable, Awaited event, PlacedCondition start, Report report) {
    String message =
        start.events().size() == 1
            ? "Nothing sets \"%s\"".formatted(variable)
            : "Nothing sets \"%s\" when \"%s\" starts the job".formatted(variable, event.text());
    report.add(
        instance,
        message,
        ("\"%s\" comes without it, so Upstart cannot name the instance, and starts neither this job"
                + " nor those behind it in the order. Set it with \"env %s=...\", or take an event"
                + " that carries it.")
            .formatted(event.text(), variable));
  }
}
