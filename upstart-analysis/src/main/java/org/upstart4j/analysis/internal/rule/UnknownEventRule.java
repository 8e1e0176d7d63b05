package org.upstart4j.analysis.internal.rule;

import org.upstart4j.analysis.internal.model.Awaited;
import org.upstart4j.analysis.internal.model.CheckedJob;
import org.upstart4j.analysis.internal.model.Folder;

/** An event that nobody emits. */
final class UnknownEventRule implements RuleCheck {

  /** Before the names of events that the Upstart of a session takes over from the system's. */
  private static final String OF_SYSTEM = ":sys:";

  @Override
  public void check(Folder folder, Report report) {
    NameAdvice advice = new NameAdvice(folder);
    HomeMade homeMade = new HomeMade(folder);
    for (CheckedJob job : folder.jobs()) {
      Conditions.of(job).forEach(event -> check(event, folder, advice, homeMade, report));
    }
  }

  private static void check(
      Awaited awaited, Folder folder, NameAdvice advice, HomeMade homeMade, Report report) {
    String event = awaited.event();
    if (awaited.isAboutJob() || event.indexOf('$') >= 0 || HomeMade.isNever(event)) {
      return;
    }
    String plain = event.startsWith(OF_SYSTEM) ? event.substring(OF_SYSTEM.length()) : event;
    if (!folder.providers().hasEvent(plain)
        && (advice.knowsBetter(awaited) || !homeMade.contains(awaited))) {
      report.add(
          awaited.placed().file(),
          awaited.nameSpan(),
          advice.nobodyEmits(awaited),
          advice.aboutEvent(awaited),
          advice.renameEvent(awaited));
    }
  }
}
