package org.upstart4j.systemd.internal.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.upstart4j.analysis.internal.model.Awaited;
import org.upstart4j.analysis.internal.model.ValueTest;
import org.upstart4j.systemd.finding.ConversionCode;
import org.upstart4j.systemd.internal.convert.Cause.Coming;

/** What the events of other jobs are on systemd, for a {@code start on}. */
final class JobCauses {

  private static final Set<String> UNDERSTOOD = Set.of("JOB", "INSTANCE", "RESULT");

  private final Graph graph;
  private final Targets targets;

  JobCauses(Graph graph) {
    this.graph = graph;
    this.targets = new Targets();
  }

  Cause of(JobUnit job, Awaited awaited) {
    Optional<OtherJob> other = OtherJob.of(awaited, graph);
    if (other.isEmpty()) {
      return Cause.unknown(unnamed(awaited));
    }
    if (other.get().name().equals(job.name())) {
      return Cause.unknown(
          Outcome.byHand(ConversionCode.JOB_END, "a unit cannot follow itself")
              .remedy("let the service restart itself, by Restart="));
    }
    if (other.get().converted().isEmpty()) {
      Optional<Cause> stock = stock(job, awaited, other.get().name());
      if (stock.isPresent()) {
        return stock.get();
      }
    }
    Cause cause = plain(job, awaited, other.get());
    return withTests(awaited, named(other.get(), cause));
  }

  /** An event of a job that is not named, or by a pattern or a variable. */
  static Outcome unnamed(Awaited awaited) {
    boolean isVariable = awaited.tests().stream().anyMatch(ValueTest::isVariable);
    return isVariable
        ? Outcome.byHand(ConversionCode.EVENT_VARIABLE, "which job is meant hangs on a variable")
            .remedy("name the unit that is meant")
        : Outcome.byHand(ConversionCode.ANY_JOB, "systemd has nothing that happens with any unit")
            .remedy("name the units that are meant, each in an Upholds= or Wants= of its own");
  }

  private Optional<Cause> stock(JobUnit job, Awaited awaited, String name) {
    if (StockUnits.isNetwork(name) && !awaited.event().equals("stopping")) {
      return Optional.of(
          targets.network(job, "the network is up when its units say that it is online"));
    }
    if (StockUnits.isRunlevel(name)) {
      return Optional.of(targets.rc(job, awaited));
    }
    if (StockUnits.isBoot(name)) {
      return Optional.of(
          targets.multiUser(
              job,
              Outcome.approximate(
                  ConversionCode.MILESTONE,
                  "systemd has no such step; it is started with the other services")));
    }
    return Optional.empty();
  }

  private Cause plain(JobUnit job, Awaited awaited, OtherJob other) {
    Relation relation = Relation.of(job, other);
    return switch (awaited.event()) {
      case "starting" -> starting(job, relation);
      case "started" -> started(job, relation);
      case "stopped" -> stopped(job, awaited, other);
      default -> stopping(job, awaited, other);
    };
  }

  private static Cause starting(JobUnit job, Relation relation) {
    boolean isLateStop = relation.stops().contains("stopping");
    Outcome outcome =
        isLateStop
            ? Outcome.approximate(
                ConversionCode.JOB_START,
                "at the start the other job waits for this one, as in Upstart; at the stop systemd"
                    + " turns the order round, and stops the other job first")
            : Outcome.exact(
                ConversionCode.JOB_START,
                "the other job waits for this one, and goes on if it fails");
    return pulled(job, relation, outcome);
  }

  private static Cause started(JobUnit job, Relation relation) {
    return pulled(job, relation, startedOutcome(relation));
  }

  private static Outcome startedOutcome(Relation relation) {
    OtherJob other = relation.other();
    if (other.isTask()) {
      return Outcome.approximate(
          ConversionCode.JOB_START,
          "it starts at the same time as the other job, which is up only when it has ended");
    }
    if (relation.isBound()) {
      return Outcome.approximate(
          ConversionCode.JOB_START,
          "it starts after the other job and only if that came up; starting it by hand starts the"
              + " other job, too");
    }
    if (other.mayNotComeUp()) {
      return Outcome.approximate(
          ConversionCode.JOB_START, "it starts after the other job, even if that did not come up");
    }
    return Outcome.exact(ConversionCode.JOB_START, "it starts once the other job is up");
  }

  /** Started with the other job, wherever that is told. */
  private static Cause pulled(JobUnit job, Relation relation, Outcome outcome) {
    OtherJob other = relation.other();
    List<Line> order = relation.order().map(List::of).orElse(List.of());
    if (job.isTemplate()) {
      return sameInstance(job, relation)
          .orElse(new Cause(instanceUnknown(job), Coming.UNKNOWN, List.of(), List.of()));
    }
    Cause cause =
        new Cause(outcome, Coming.JOB, List.of(Line.install(job.draft(), other.unit())), order);
    return relation.isEarly() ? cause.with(Start.early(job)) : cause;
  }

  /** Two templates whose instances have the same variable: each brings the one of its name. */
  private static Optional<Cause> sameInstance(JobUnit job, Relation relation) {
    Optional<JobUnit> other = relation.other().converted();
    if (other.isEmpty() || !relation.other().isTemplate()) {
      return Optional.empty();
    }
    Optional<String> own = Instances.variable(job.definition());
    Optional<String> theirs = Instances.variable(other.get().definition());
    boolean isHandedOn =
        own.equals(Optional.of("INSTANCE"))
            || (own.isPresent()
                && own.equals(theirs)
                && other.get().definition().export().contains(own.get()));
    if (!isHandedOn) {
      return Optional.empty();
    }
    Draft draft = other.get().draft();
    String instance = job.draft().name().replace("@.", "@%i.");
    List<Line> order = new ArrayList<>();
    if (relation.isBefore()) {
      order.add(Line.unit(draft, "After", instance));
    } else if (relation.isAfter()) {
      order.add(Line.unit(draft, "Before", instance));
    }
    Outcome outcome =
        Outcome.approximate(
            ConversionCode.WHICH_INSTANCE,
            "each instance of the other job brings the instance of the same name");
    return Optional.of(
        new Cause(outcome, Coming.JOB, List.of(Line.unit(draft, "Wants", instance)), order));
  }

  /** What is said of a template that nothing starts. */
  static Outcome instanceUnknown(JobUnit job) {
    return Outcome.byHand(
            ConversionCode.WHICH_INSTANCE,
            "the event names the instance by a variable, which systemd wants in the unit's name")
        .remedy("enable " + job.draft().name().replace("@.", "@NAME.") + " for each name");
  }

  private Cause stopped(JobUnit job, Awaited awaited, OtherJob other) {
    boolean ok = result(awaited, "ok");
    boolean failed = result(awaited, "failed");
    if (other.converted().isEmpty() || (ok && !job.options().has(249))) {
      return stoppedElsewhere(job, awaited, other);
    }
    Draft draft = other.converted().get().draft();
    List<Line> pulls = new ArrayList<>();
    if (ok) {
      pulls.add(Line.unit(draft, "OnSuccess", job.draft().name()));
    }
    if (failed) {
      pulls.add(Line.unit(draft, "OnFailure", job.draft().name()));
    }
    if (pulls.isEmpty()) {
      return Cause.never(
          Outcome.dead(ConversionCode.DEAD_EVENT, "results are \"ok\" and \"failed\" only"));
    }
    return new Cause(stoppedOutcome(other, ok), Coming.JOB, pulls, List.of());
  }

  /** The unit of the other job cannot say what follows it; one that stops after it can. */
  private Cause stoppedElsewhere(JobUnit job, Awaited awaited, OtherJob other) {
    boolean isAnyEnd = result(awaited, "ok") && result(awaited, "failed");
    if (other.isTemplate() || !isAnyEnd) {
      return Cause.unknown(
          Outcome.byHand(ConversionCode.JOB_END, "the unit of the other job has to say it")
              .remedy(
                  "write OnSuccess=%s and OnFailure=%s into %s, from 249 on"
                      .formatted(job.draft().name(), job.draft().name(), other.unit())));
    }
    return Cause.of(
        Outcome.approximate(
            ConversionCode.JOB_END,
            "a unit that stops after the other job starts it, but not while the machine goes down, and"
                + " also each time that the other job is started again"),
        Coming.JOB,
        new Beside(graph, other).startAfterStop(job));
  }

  private static Outcome stoppedOutcome(OtherJob other, boolean ok) {
    if (!ok) {
      return Outcome.exact(
          ConversionCode.JOB_END, "it starts when the other job has failed for good");
    }
    if (other.respawns()) {
      return Outcome.approximate(
              ConversionCode.JOB_END,
              "it starts when the other job has ended; unlike in Upstart also each time that is"
                  + " started again")
          .since(249);
    }
    return other.isTask()
        ? Outcome.exact(
                ConversionCode.JOB_END, "it starts when the other job has ended, however it did")
            .since(249)
        : Outcome.approximate(
                ConversionCode.JOB_END,
                "it starts when the other job has ended; unlike in Upstart also when that is"
                    + " restarted")
            .since(249);
  }

  static boolean result(Awaited awaited, String result) {
    return awaited.tests().stream()
        .filter(test -> test.variable(Awaited.OF_JOB_EVENTS).equals("RESULT"))
        .allMatch(test -> !test.isVariable() && test.passes(result));
  }

  /** Systemd says nobody that a stop begins; but what is stopped before it can run something. */
  private Cause stopping(JobUnit job, Awaited awaited, OtherJob other) {
    if (!result(awaited, "ok")) {
      Cause end = stopped(job, awaited, other);
      return new Cause(
          end.coming() != Coming.JOB
              ? end.outcome()
              : Outcome.approximate(
                  ConversionCode.JOB_END,
                  "it starts when the other job has failed and ended, instead of before its"
                      + " post-stop"),
          end.coming(),
          end.pulls(),
          end.lines());
    }
    if (other.isTemplate()) {
      return Cause.unknown(
          Outcome.byHand(ConversionCode.JOB_STOP, "systemd tells nobody that a stop begins")
              .remedy(
                  "start %s in an ExecStop= of %s".formatted(job.draft().name(), other.unit())));
    }
    Line pull = new Beside(graph, other).startBeforeStop(job);
    return Cause.of(
        Outcome.approximate(
            ConversionCode.JOB_STOP,
            "a unit that stops before the other job starts it, but not while the machine goes down"),
        Coming.JOB,
        pull);
  }

  /** The unit of a job that is not here has to be there. */
  private Cause named(OtherJob other, Cause cause) {
    if (other.converted().isPresent() || cause.coming().compareTo(Coming.UNKNOWN) <= 0) {
      return cause;
    }
    return new Cause(otherName(other), cause.coming(), cause.pulls(), cause.lines());
  }

  static Outcome otherName(OtherJob other) {
    return other.isKnown()
        ? Outcome.approximate(
            ConversionCode.OTHER_JOB,
            "%s takes the place of \"%s\"".formatted(other.unit(), other.name()))
        : Outcome.approximate(
                ConversionCode.OTHER_JOB,
                "the job \"%s\" is not here, so whether its unit is called %s is not known"
                    .formatted(other.name(), other.unit()))
            .remedy("see that there is such a unit, or put the right one in its place");
  }

  /** Other variables than those that a unit can tell. */
  private static Cause withTests(Awaited awaited, Cause cause) {
    if (cause.coming().compareTo(Coming.UNKNOWN) <= 0) {
      return cause;
    }
    boolean aboutEnd =
        awaited.tests().stream()
            .map(test -> test.variable(Awaited.OF_JOB_EVENTS))
            .anyMatch(name -> Set.of("PROCESS", "EXIT_STATUS", "EXIT_SIGNAL").contains(name));
    boolean other =
        awaited.tests().stream()
            .map(test -> test.variable(Awaited.OF_JOB_EVENTS))
            .anyMatch(name -> !UNDERSTOOD.contains(name) && !Awaited.OF_JOB_EVENTS.contains(name));
    if (other) {
      return cause.withoutPulls(
          Outcome.byHand(
                  ConversionCode.EVENT_VARIABLE,
                  "a unit hands no variables on, so that they cannot decide")
              .remedy("decide in an ExecCondition=, and say in [Install] what starts the job"));
    }
    return aboutEnd
        ? new Cause(
            Outcome.approximate(
                ConversionCode.JOB_END,
                "it starts whatever process ended, and however; MONITOR_EXIT_STATUS says how, from"
                    + " 251 on"),
            cause.coming(),
            cause.pulls(),
            cause.lines())
        : cause;
  }
}
