package org.upstart4j.analysis.internal.rule;

import java.util.Optional;
import java.util.stream.Stream;
import org.upstart4j.analysis.internal.model.Awaited;
import org.upstart4j.analysis.internal.model.CheckedJob;

/** What a job waits for. */
final class Conditions {

  private Conditions() {}

  /** The events of both conditions of a job. */
  static Stream<Awaited> of(CheckedJob job) {
    return Stream.of(job.startCondition(), job.stopCondition())
        .flatMap(Optional::stream)
        .flatMap(condition -> condition.events().stream());
  }
}
