package org.upstart4j.analysis.host;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.upstart4j.analysis.reason.NotKnown;

/** What could not be looked at, each thing once. */
final class Gaps {

  private final Set<NotKnown> gaps = new LinkedHashSet<>();

  void add(String what, String why) {
    gaps.add(new NotKnown(what, why));
  }

  List<NotKnown> list() {
    return List.copyOf(gaps);
  }
}
