package org.upstart4j.cli.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.upstart4j.analysis.platform.Target;

/**
 * The targets of a check, where there may be several.
 *
 * @param targets all of them
 */
record Scope(List<Target> targets) {

  boolean isSingle() {
    return targets.size() == 1;
  }

  /** Which targets a finding holds for and which not; nothing if it holds for all. */
  Optional<String> text(Found found) {
    if (found.targets().size() == targets.size()) {
      return Optional.empty();
    }
    List<Target> others =
        targets.stream().filter(target -> !found.targets().contains(target)).toList();
    return Optional.of("for " + names(found.targets()) + "; fine for " + names(others));
  }

  static String names(List<Target> targets) {
    return targets.stream().map(Target::name).collect(Collectors.joining(", "));
  }
}
