package org.upstart4j.systemd.internal.convert;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.upstart4j.analysis.internal.model.Awaited;
import org.upstart4j.analysis.internal.model.PlacedCondition;
import org.upstart4j.systemd.finding.ConversionCode;
import org.upstart4j.systemd.internal.convert.Cause.Coming;

/** The {@code start on} of a job. */
final class Start {

  private static final String EARLY = "DefaultDependencies";
  private static final String VIRTUALIZATION = "ConditionVirtualization";
  private static final String MOUNTS = "RequiresMountsFor";

  /** What a part of a condition is made of. */
  private enum Parts {
    CONTAINERS,
    NO_CHOICE,
    CHOICE
  }

  private final JobUnit job;
  private final List<Awaited> events;
  private final List<Cause> causes;
  private final Combination all;
  private final boolean hasOr;

  /** Whether one of the ways to start the job has conditions that another one has not. */
  private final boolean hasChoice;

  Start(JobUnit job, PlacedCondition condition, Function<Awaited, Cause> cause) {
    this.job = job;
    this.events = condition.events();
    this.causes = events.stream().map(cause).toList();
    Iterator<Cause> next = causes.iterator();
    this.all =
        condition.fold(event -> Combination.of(next.next()), Combination::and, Combination::or);
    this.hasOr = condition.<Boolean>fold(event -> false, (l, r) -> l || r, (l, r) -> true);
    BinaryOperator<Parts> both =
        (l, r) ->
            l == r ? l : l == Parts.CHOICE || r == Parts.CHOICE ? Parts.CHOICE : Parts.NO_CHOICE;
    this.hasChoice =
        condition.fold(
                Start::parts,
                both,
                (l, r) -> l == Parts.CONTAINERS && r == Parts.CONTAINERS ? l : Parts.CHOICE)
            == Parts.CHOICE;
  }

  private static Parts parts(Awaited event) {
    boolean isContainer =
        event.event().equals("container") || event.event().equals("not-container");
    return isContainer ? Parts.CONTAINERS : Parts.NO_CHOICE;
  }

  /** What a unit says that waits for nothing. */
  static Line early(JobUnit job) {
    return Line.unit(job.draft(), EARLY, "no");
  }

  /** Whether it is started before the units with default dependencies, and gets none itself. */
  boolean isEarly() {
    return all.starting().stream().anyMatch(Start::precedesAll)
        || (!all.starting().isEmpty()
            && all.starting().stream()
                .allMatch(
                    cause -> cause.lines().stream().anyMatch(line -> line.key().equals(EARLY))));
  }

  /** Whether it comes before what those units wait for: with them, that would be a circle. */
  private static boolean precedesAll(Cause cause) {
    return cause.lines().stream()
        .anyMatch(line -> line.key().equals("Before") && StockUnits.isEarly(line.name()));
  }

  /** Whether it is started as the machine goes down. */
  boolean isForShutdown() {
    return all.starting().stream()
        .anyMatch(cause -> cause.lines().stream().anyMatch(Start::isBeforeShutdown));
  }

  private static boolean isBeforeShutdown(Line line) {
    return line.key().equals("Before") && line.name().equals(Targets.SHUTDOWN);
  }

  /** Writes what brings the job, and says what becomes of each event. */
  void write() {
    for (int i = 0; i < causes.size(); i++) {
      job.found(events.get(i), written(causes.get(i)));
    }
  }

  /** What becomes of the stanza as a whole. */
  Outcome whole() {
    return all.whole();
  }

  private Outcome written(Cause cause) {
    if (all.coming() == Coming.NEVER && cause.coming() != Coming.NEVER) {
      return Outcome.dead(
          cause.outcome().code(), "it would have started the job only with what never comes");
    }
    List<String> directives = new ArrayList<>();
    boolean isConditional = false;
    for (Line line : cause.lines()) {
      if (line.key().equals(VIRTUALIZATION)) {
        isConditional |= hasChoice;
        directives.addAll(virtualization(line));
      } else if (counts(line)) {
        directives.add(line.write(job.draft()));
      }
    }
    if (all.starting().contains(cause)) {
      cause.pulls().forEach(line -> directives.add(line.write(job.draft())));
    }
    return (isConditional ? conditional() : cause.outcome()).as(directives);
  }

  /** Whether a line holds, as there is no other way to start the job for which it must not. */
  private boolean counts(Line line) {
    return line.key().equals(EARLY) ? isEarly() : !line.key().equals(MOUNTS) || !hasOr;
  }

  /** Each kind is a condition of its own; with several of them, one is enough. */
  private List<String> virtualization(Line line) {
    if (hasChoice) {
      return List.of();
    }
    Draft draft = job.draft();
    Draft.Setting setting = new Draft.Setting(VIRTUALIZATION, (hasOr ? "|" : "") + line.name());
    return List.of(
        draft.settings(Draft.UNIT).contains(setting)
            ? setting.toString()
            : draft.add(Draft.UNIT, VIRTUALIZATION, setting.value()));
  }

  private static Outcome conditional() {
    return Outcome.byHand(
            ConversionCode.CONTAINER,
            "a condition of the unit would hold for its other events, too")
        .remedy("ask systemd-detect-virt in the script");
  }
}
