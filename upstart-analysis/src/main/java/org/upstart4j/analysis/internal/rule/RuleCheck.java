package org.upstart4j.analysis.internal.rule;

import org.upstart4j.analysis.internal.model.Folder;

/** What a rule does: it looks at a folder and reports what it finds. */
@FunctionalInterface
public interface RuleCheck {

  /** Finds nothing. */
  RuleCheck NONE = (folder, report) -> {};

  /** Looks at a folder. */
  void check(Folder folder, Report report);
}
