package org.upstart4j.embedded.internal.state;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Environment;
import org.upstart4j.ProcessType;
import org.upstart4j.embedded.internal.event.Held;
import org.upstart4j.embedded.internal.event.LiveEvent;
import org.upstart4j.embedded.internal.job.InstanceProcesses;
import org.upstart4j.embedded.internal.job.LiveInstance;
import org.upstart4j.embedded.internal.variable.Variables;
import org.upstart4j.spi.ObjectPaths;
import org.upstart4j.spi.ProcessOrder;
import org.upstart4j.state.Blocked;
import org.upstart4j.state.InstanceState;
import org.upstart4j.state.LogState;

/** The state of an instance. */
final class InstanceDump {

  private final StateDump dump;
  private final LiveInstance instance;
  private final InstanceProcesses processes;

  InstanceDump(StateDump dump, LiveInstance instance) {
    this.dump = dump;
    this.instance = instance;
    this.processes = instance.processes();
  }

  InstanceState state() {
    LiveEvent blocker = instance.blocker();
    return new InstanceState(
        instance.name(),
        ObjectPaths.instance(instance.job().name(), instance.name()),
        instance.goal(),
        instance.phase().state(),
        processes.list(),
        instance.variables().toEnvironment(),
        environment(instance.startVariables()),
        environment(instance.stopVariables()),
        ConditionDump.of(dump, instance.job().definition().stopOn(), instance.stopOn()),
        List.of(),
        blocker == null ? OptionalInt.empty() : OptionalInt.of(dump.place(blocker)),
        !instance.held().isEmpty(),
        blocked(),
        kill(),
        failure(),
        processes.respawns(),
        processes.respawnedAt(),
        new InstanceState.Trace(processes.forks(), processes.isFollowed() ? "normal" : "none"),
        logs());
  }

  private static Environment environment(@Nullable Variables variables) {
    return variables == null ? Environment.EMPTY : variables.toEnvironment();
  }

  /** Upstart leaves callers out, too. */
  private List<Blocked> blocked() {
    return instance.held().stream()
        .filter(Held.OfEvent.class::isInstance)
        .map(held -> ((Held.OfEvent) held).event())
        .<Blocked>map(event -> new Blocked.ByEvent(dump.place(event)))
        .toList();
  }

  private Optional<InstanceState.Kill> kill() {
    long timeout = instance.job().definition().killTimeout().toSeconds();
    return Optional.ofNullable(processes.pendingKill())
        .map(kill -> new InstanceState.Kill(kill.process().text(), timeout, kill.due()));
  }

  private Optional<InstanceState.Failure> failure() {
    ProcessType failed = instance.failedProcess();
    return instance.hasFailed()
        ? Optional.of(
            new InstanceState.Failure(
                failed == null ? "invalid" : failed.text(), instance.exitStatus()))
        : Optional.empty();
  }

  private List<LogState> logs() {
    return instance.log().stream()
        .flatMap(
            path ->
                ProcessOrder.LISTED.stream()
                    .filter(processes::has)
                    .map(type -> log(type, path.toAbsolutePath().toString())))
        .toList();
  }

  private static LogState log(ProcessType type, String path) {
    return new LogState(
        type.text(), path, OptionalInt.empty(), OptionalInt.empty(), 0, false, false, 0);
  }
}
