package org.upstart4j.cli.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.upstart4j.analysis.finding.Finding;
import org.upstart4j.analysis.finding.Rule;
import org.upstart4j.analysis.platform.Target;

/** Brings together what is found for several targets. */
final class Findings {

  private final Map<Key, List<Target>> targets = new LinkedHashMap<>();
  private final Map<Key, Finding> findings = new LinkedHashMap<>();
  private final Set<Finding> first = Collections.newSetFromMap(new IdentityHashMap<>());

  /** What makes two findings the same. */
  private record Key(Rule rule, String file, int start, int end, String message) {

    static Key of(Finding finding) {
      return new Key(
          finding.rule(),
          finding.file(),
          finding.span().start(),
          finding.span().end(),
          finding.message());
    }
  }

  /** Adds what was found for a target, in the order of the check. */
  void add(Target target, List<Finding> found) {
    Set<String> files = new HashSet<>();
    for (Finding finding : found) {
      Key key = Key.of(finding);
      Finding known = findings.computeIfAbsent(key, missing -> finding);
      targets.computeIfAbsent(key, missing -> new ArrayList<>(1)).add(target);
      if (files.add(finding.file()) && finding.problem().isPresent()) {
        first.add(known);
      }
    }
  }

  /** All of them: by file; what Upstart rejects the file for comes first, then by place. */
  List<Found> all() {
    List<Found> all = new ArrayList<>();
    findings.forEach(
        (key, finding) -> all.add(new Found(finding, targets.getOrDefault(key, List.of()))));
    all.sort(
        Comparator.comparing(Found::finding, Comparator.comparing(Finding::file))
            .thenComparing(found -> !first.contains(found.finding()))
            .thenComparing(found -> found.finding().span().start())
            .thenComparing(found -> found.finding().rule()));
    return all;
  }
}
