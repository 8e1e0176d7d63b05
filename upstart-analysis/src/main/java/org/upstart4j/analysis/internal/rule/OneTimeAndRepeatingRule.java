package org.upstart4j.analysis.internal.rule;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.upstart4j.analysis.internal.model.Awaited;
import org.upstart4j.analysis.internal.model.CheckedJob;
import org.upstart4j.analysis.internal.model.Folder;
import org.upstart4j.analysis.internal.model.PlacedCondition;
import org.upstart4j.analysis.internal.model.Providers;
import org.upstart4j.analysis.internal.model.ValueTest;
import org.upstart4j.analysis.platform.ProvidedEvent;
import org.upstart4j.analysis.platform.ProvidedJob;
import org.upstart4j.analysis.platform.Times;

/** An {@code and} of an event that comes once and one that comes again. */
final class OneTimeAndRepeatingRule implements JobRule {

  private static final Set<String> LAST_RUNLEVELS = Set.of("0", "6");
  private static final Set<String> OTHER_RUNLEVELS = Set.of("1", "2", "3", "4", "5", "S");

  private enum Often {
    ONCE,
    AGAIN,
    UNKNOWN
  }

  /** How often a condition comes true, and the first {@code and} of both kinds in it. */
  private record Part(Often often, Awaited event, @Nullable Pair pair) {

    static Part and(Part left, Part right) {
      boolean isLeftOnce = left.often == Often.ONCE;
      Part once = isLeftOnce ? left : right;
      Part other = isLeftOnce ? right : left;
      Pair pair = left.pair == null ? right.pair : left.pair;
      if (pair == null && once.often == Often.ONCE && other.often == Often.AGAIN) {
        pair = new Pair(once.event, other.event);
      }
      Often often = once.often == Often.ONCE ? Often.ONCE : left.with(right);
      return new Part(often, once.event, pair);
    }

    static Part or(Part left, Part right) {
      Part again = left.often == Often.ONCE ? right : left;
      boolean isAgain = left.often == Often.AGAIN || right.often == Often.AGAIN;
      Pair pair = left.pair == null ? right.pair : left.pair;
      return new Part(isAgain ? Often.AGAIN : left.with(right), again.event, pair);
    }

    private Often with(Part other) {
      return often == other.often ? often : Often.UNKNOWN;
    }
  }

  private record Pair(Awaited once, Awaited again) {}

  @Override
  public void check(CheckedJob job, Folder folder, Report report) {
    Optional<PlacedCondition> start = job.startCondition();
    if (start.isPresent() && start.get().events().size() > 1 && isStoppedBeforeShutdown(job)) {
      Part whole = start.get().fold(event -> part(event, folder), Part::and, Part::or);
      Pair pair = whole.pair;
      if (whole.often == Often.ONCE && pair != null) {
        add(pair, report);
      }
    }
  }

  /** Whether an event stops the job while the system may go on. */
  private static boolean isStoppedBeforeShutdown(CheckedJob job) {
    return !job.isTask()
        && job.stopCondition()
            .map(stop -> stop.events().stream().anyMatch(event -> !isShutdown(event)))
            .orElse(false);
  }

  private static boolean isShutdown(Awaited event) {
    Optional<ValueTest> runlevel =
        event
            .test("RUNLEVEL", RunlevelPatternRule.inOrder(event))
            .filter(test -> !test.isVariable());
    return runlevel.isPresent()
        && LAST_RUNLEVELS.stream().anyMatch(runlevel.get()::passes)
        && OTHER_RUNLEVELS.stream().noneMatch(runlevel.get()::passes);
  }

  private static Part part(Awaited event, Folder folder) {
    return new Part(often(event, folder.providers()), event, null);
  }

  private static Often often(Awaited event, Providers providers) {
    if (event.isAboutJob()) {
      return event.jobName().map(job -> ofJob(job, providers)).orElse(Often.UNKNOWN);
    }
    return providers.isEmittedByScript(event.event())
        ? Often.UNKNOWN
        : providers
            .platformEvent(event.event())
            .map(ProvidedEvent::times)
            .map(OneTimeAndRepeatingRule::often)
            .orElse(Often.UNKNOWN);
  }

  private static Often ofJob(String job, Providers providers) {
    return providers
        .platformJob(job)
        .map(ProvidedJob::times)
        .map(OneTimeAndRepeatingRule::often)
        .orElse(Often.UNKNOWN);
  }

  private static Often often(Times times) {
    return times == Times.ONCE ? Often.ONCE : Often.AGAIN;
  }

  private static void add(Pair pair, Report report) {
    report.add(
        pair.once().placed().file(),
        pair.once().span(),
        "\"%s\" comes once, and \"%s\" again and again"
            .formatted(pair.once().text(), pair.again().text()),
        ("Upstart forgets both when the job starts, so once it has been stopped, \"%s\" alone does"
                + " not start it again. Wait for the one that comes again alone, if it comes late"
                + " enough.")
            .formatted(pair.again().text()));
  }
}
