package org.upstart4j.analysis.internal.reason;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Those that wait for each other, on the way from what was asked about to what holds it up.
 *
 * @param labels the instances, each of which waits for the next one
 */
record Chain(List<String> labels) {

  Chain {
    labels = List.copyOf(labels);
  }

  Chain(String first) {
    this(List.of(first));
  }

  Chain with(String next) {
    List<String> longer = new ArrayList<>(labels);
    longer.add(next);
    return new Chain(longer);
  }

  /** Those who wait in a circle if the last one waits for another one. */
  Optional<List<String>> circle(String next) {
    int start = labels.indexOf(next);
    return start < 0 ? Optional.empty() : Optional.of(labels.subList(start, labels.size()));
  }
}
