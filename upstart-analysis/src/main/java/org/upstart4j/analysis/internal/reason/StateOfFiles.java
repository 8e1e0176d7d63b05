package org.upstart4j.analysis.internal.reason;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.upstart4j.Environment;
import org.upstart4j.Goal;
import org.upstart4j.JobStatus;
import org.upstart4j.State;
import org.upstart4j.analysis.internal.model.CheckedJob;
import org.upstart4j.event.EventExpression;
import org.upstart4j.jobfile.JobDefinition;
import org.upstart4j.state.AboutState;
import org.upstart4j.state.ConditionState;
import org.upstart4j.state.CourseState;
import org.upstart4j.state.InstanceState;
import org.upstart4j.state.JobState;
import org.upstart4j.state.SettingState;
import org.upstart4j.state.UpstartState;

/**
 * The state of an Upstart that does not tell it, as far as files and statuses show it: as if no
 * event were held, and no instance had variables.
 */
final class StateOfFiles {

  private static final InstanceState.Trace NOT_FOLLOWED = new InstanceState.Trace(0, "none");

  private StateOfFiles() {}

  static UpstartState of(Facts facts) {
    List<JobState> jobs = new ArrayList<>();
    for (CheckedJob file : facts.files().folder().jobs()) {
      facts
          .files()
          .definition(file.name())
          .map(definition -> job(definition, facts.knowledge().statuses()))
          .ifPresent(jobs::add);
    }
    return new UpstartState(
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Environment.EMPTY,
        jobs,
        List.of());
  }

  private static JobState job(JobDefinition definition, List<JobStatus> statuses) {
    return new JobState(
        Facts.OWN_SESSION,
        definition.name(),
        "",
        new AboutState(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
        definition.instance().orElse(""),
        definition.env(),
        definition.export(),
        definition.emits(),
        condition(definition.startOn()),
        condition(definition.stopOn()),
        List.of(),
        course(definition),
        setting(),
        false,
        statuses.stream()
            .filter(status -> status.job().equals(definition.name()) && isThere(status))
            .map(status -> instance(status, definition))
            .toList());
  }

  private static boolean isThere(JobStatus status) {
    return !status.is(Goal.STOP, State.WAITING);
  }

  private static Optional<ConditionState> condition(Optional<EventExpression> condition) {
    return condition.map(
        known ->
            ConditionState.of(
                known,
                Collections.nCopies(
                    (int) known.matches().count(),
                    new ConditionState.Operand(false, OptionalInt.empty()))));
  }

  private static CourseState course(JobDefinition definition) {
    return new CourseState(
        definition.task(),
        definition.expect().toString(),
        definition.respawn(),
        OptionalInt.of(definition.respawnLimit()),
        OptionalLong.of(definition.respawnInterval().toSeconds()),
        definition.normalExit(),
        OptionalLong.of(definition.killTimeout().toSeconds()),
        OptionalInt.of(definition.killSignal().number()),
        OptionalInt.of(definition.reloadSignal().number()));
  }

  /** Nothing of it decides what an event does; cgroups are too young for these versions. */
  private static SettingState setting() {
    return new SettingState(
        "",
        OptionalInt.empty(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        List.of(),
        false);
  }

  private static InstanceState instance(JobStatus status, JobDefinition definition) {
    return new InstanceState(
        status.instance(),
        "",
        status.goal(),
        status.state(),
        status.processes(),
        Environment.EMPTY,
        Environment.EMPTY,
        Environment.EMPTY,
        condition(definition.stopOn()),
        List.of(),
        OptionalInt.empty(),
        false,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        0,
        0,
        NOT_FOLLOWED,
        List.of());
  }
}
