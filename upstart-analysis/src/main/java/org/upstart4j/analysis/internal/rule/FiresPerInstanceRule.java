package org.upstart4j.analysis.internal.rule;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.upstart4j.analysis.internal.model.Awaited;
import org.upstart4j.analysis.internal.model.CheckedJob;
import org.upstart4j.analysis.internal.model.Folder;
import org.upstart4j.analysis.internal.model.Placed;
import org.upstart4j.analysis.internal.model.PlacedCondition;
import org.upstart4j.analysis.internal.model.Providers;
import org.upstart4j.analysis.platform.ProvidedEvent;
import org.upstart4j.analysis.platform.ProvidedJob;
import org.upstart4j.analysis.platform.Times;
import org.upstart4j.jobfile.stanza.TextStanza;

/** An event that comes for each interface, mount or device, without its variable. */
final class FiresPerInstanceRule implements JobRule {

  /** These tell nothing about which interface, job or instance it is. */
  private static final Set<String> TELL_NOTHING =
      Set.of("JOB", "RESULT", "PROCESS", "EXIT_STATUS", "EXIT_SIGNAL", "ADDRFAM");

  /** A job with this in its instance's name has one for each kind of event. */
  private static final String PER_EVENT = "UPSTART_EVENTS";

  /** Something that there are several of. */
  private record Many(String what, List<String> variables) {}

  @Override
  public void check(CheckedJob job, Folder folder, Report report) {
    // a task for each of them is often what is meant
    if (job.isTask()
        || job.instance()
            .map(FiresPerInstanceRule::variables)
            .filter(names -> !names.isEmpty())
            .isPresent()) {
      return;
    }
    Providers providers = folder.providers();
    job.startCondition().ifPresent(condition -> check(condition, providers, true, report));
    job.stopCondition().ifPresent(condition -> check(condition, providers, false, report));
  }

  private static void check(
      PlacedCondition condition, Providers providers, boolean isStart, Report report) {
    for (Awaited awaited : condition.events()) {
      // who waits for the first "starting" wants to be there before all of them
      boolean isBefore = isStart && awaited.event().equals("starting");
      if (!isBefore && isForAny(awaited, providers)) {
        many(awaited, providers).ifPresent(many -> add(awaited, many, isStart, report));
      }
    }
  }

  private static boolean isForAny(Awaited awaited, Providers providers) {
    List<String> inOrder = providers.variables(awaited);
    return awaited.tests().stream()
        .map(test -> test.variable(inOrder))
        .allMatch(TELL_NOTHING::contains);
  }

  private static Optional<Many> many(Awaited awaited, Providers providers) {
    return awaited.isAboutJob()
        ? awaited.jobName().flatMap(job -> ofJob(job, providers))
        : providers.platformEvent(awaited.event()).flatMap(FiresPerInstanceRule::ofEvent);
  }

  private static Optional<Many> ofEvent(ProvidedEvent event) {
    return event.times().isPerInstance()
        ? Optional.of(new Many(thing(event.times()), event.instanceVariables()))
        : Optional.empty();
  }

  private static Optional<Many> ofJob(String job, Providers providers) {
    List<String> variables =
        providers
            .job(job)
            .map(found -> found.instance().map(FiresPerInstanceRule::variables).orElse(List.of()))
            .orElseGet(
                () ->
                    providers.platformJob(job).flatMap(ProvidedJob::instanceVariable).stream()
                        .toList());
    return variables.isEmpty() || variables.contains(PER_EVENT)
        ? Optional.empty()
        : Optional.of(new Many("instance of \"" + job + "\"", variables));
  }

  private static List<String> variables(Placed instance) {
    return References.required(((TextStanza) instance.typed()).text());
  }

  private static String thing(Times times) {
    return switch (times) {
      case PER_INTERFACE -> "network interface";
      case PER_MOUNT -> "mount point";
      default -> "device";
    };
  }

  private static void add(Awaited awaited, Many many, boolean isStart, Report report) {
    String variable = many.variables().get(0);
    String happens =
        isStart ? "The first one starts the job, whichever it is" : "Any of them stops the job";
    report.add(
        awaited.placed().file(),
        awaited.span(),
        "\"%s\" comes for each %s".formatted(awaited.text(), many.what()),
        "%s. Say which one is meant, for example \"%s\"."
            .formatted(happens, example(awaited, variable)));
  }

  private static String example(Awaited awaited, String variable) {
    return awaited.text() + " " + variable + (variable.endsWith("FACE") ? "!=lo" : "=...");
  }
}
