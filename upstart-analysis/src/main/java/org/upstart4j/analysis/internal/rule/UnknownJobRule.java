package org.upstart4j.analysis.internal.rule;

import java.util.Optional;
import org.upstart4j.analysis.internal.model.Awaited;
import org.upstart4j.analysis.internal.model.CheckedJob;
import org.upstart4j.analysis.internal.model.Folder;
import org.upstart4j.analysis.internal.model.Providers;
import org.upstart4j.analysis.internal.model.ValueTest;

/** A job that nobody provides. */
final class UnknownJobRule implements RuleCheck {

  @Override
  public void check(Folder folder, Report report) {
    NameAdvice advice = new NameAdvice(folder);
    for (CheckedJob job : folder.jobs()) {
      Conditions.of(job).forEach(event -> check(event, folder, advice, report));
    }
  }

  private static void check(Awaited awaited, Folder folder, NameAdvice advice, Report report) {
    Optional<ValueTest> named = awaited.job();
    if (named.isEmpty() || named.get().isVariable() || named.get().negated()) {
      return;
    }
    ValueTest test = named.get();
    if (!test.value().isEmpty() && !isKnown(test.value(), folder.providers())) {
      report.add(
          awaited.placed().file(),
          test.span(),
          advice.nobodyHas(test),
          advice.aboutJob(awaited, test),
          advice.renameJob(awaited, test));
    }
  }

  /** A folder below the system's own may be checked alone: its job's names lack the folder then. */
  private static boolean isKnown(String job, Providers providers) {
    return providers.hasJob(job) || providers.hasJob(job.substring(job.lastIndexOf('/') + 1));
  }
}
