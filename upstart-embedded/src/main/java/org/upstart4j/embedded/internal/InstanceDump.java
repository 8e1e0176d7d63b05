package org.upstart4j.embedded.internal;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.upstart4j.ProcessType;

/** Writes an instance as Upstart dumps its own. */
final class InstanceDump {

  private static final int NO_FILE = -1;

  private final StateDump dump;
  private final JsonWriter json;
  private final LiveInstance instance;
  private final InstanceProcesses processes;

  InstanceDump(StateDump dump, LiveInstance instance) {
    this.dump = dump;
    this.json = dump.json();
    this.instance = instance;
    this.processes = instance.processes();
  }

  void write() throws IOException {
    json.beginObject();
    json.name("name").value(instance.name());
    json.name("path").value(ObjectPath.of(instance.job().name(), instance.name()));
    json.name("goal").value(StateDump.constant("JOB_", instance.goal().name()));
    json.name("state").value(StateDump.constant("JOB_", instance.phase().state().name()));
    writeVariables();
    ConditionDump.write(dump, "stop_on", instance.job().definition().stopOn(), instance.stopOn());
    json.name("fds").beginArray().endArray();
    writePids();
    LiveEvent blocker = instance.blocker();
    if (blocker != null) {
      dump.place("blocker", blocker);
    }
    writeBlocking();
    writeKill();
    writeFailure();
    json.name("respawn_time").value(processes.respawnedAt());
    json.name("respawn_count").value(processes.respawns());
    json.name("trace_forks").value(processes.forks());
    json.name("trace_state").value(processes.isFollowed() ? "TRACE_NORMAL" : "TRACE_NONE");
    writeLogs();
    json.name("process_data").beginArray();
    for (int i = 0; i < StateDump.PROCESSES.size(); i++) {
      json.nullValue();
    }
    json.endArray();
    json.endObject();
  }

  private void writeVariables() throws IOException {
    dump.texts("env", instance.variables().entries());
    dump.texts("start_env", entries(instance.startVariables()));
    dump.texts("stop_env", entries(instance.stopVariables()));
  }

  private static List<String> entries(@Nullable Variables variables) {
    return variables == null ? List.of() : variables.entries();
  }

  private void writePids() throws IOException {
    json.name("pid").beginArray();
    for (ProcessType type : StateDump.PROCESSES) {
      json.value(processes.pid(type));
    }
    json.endArray();
  }

  /** Upstart leaves callers out, too. */
  private void writeBlocking() throws IOException {
    if (instance.held().isEmpty()) {
      return;
    }
    json.name("blocking").beginArray();
    for (Held held : instance.held()) {
      if (held instanceof Held.OfEvent cause) {
        json.beginObject().name("data").beginObject();
        dump.place("index", cause.event());
        json.endObject();
        json.name("type").value("BLOCKED_EVENT");
        json.endObject();
      }
    }
    json.endArray();
  }

  private void writeKill() throws IOException {
    InstanceProcesses.Kill kill = processes.pendingKill();
    if (kill != null) {
      json.name("kill_timer").beginObject();
      json.name("timeout").value(instance.job().definition().killTimeout().toSeconds());
      json.name("due").value(kill.due());
      json.endObject();
    }
    json.name("kill_process").value(StateDump.constant(kill == null ? null : kill.process()));
  }

  private void writeFailure() throws IOException {
    dump.flag("failed", instance.hasFailed());
    json.name("failed_process").value(StateDump.constant(instance.failedProcess()));
    json.name("exit_status").value(instance.exitStatus().number());
  }

  private void writeLogs() throws IOException {
    Optional<Path> log = new ProcessRequests(dump.engine()).log(instance);
    json.name("log").beginArray();
    for (ProcessType type : StateDump.PROCESSES) {
      json.beginObject();
      if (log.isPresent() && processes.has(type)) {
        json.name("fd").value(NO_FILE);
        json.name("io_watch_fd").value(NO_FILE);
        json.name("path").value(log.get().toString());
        json.name("uid").value(0);
        json.name("detached").value(0);
        json.name("remote_closed").value(0);
        json.name("open_errno").value(0);
      } else {
        json.name("path").nullValue();
      }
      json.endObject();
    }
    json.endArray();
  }
}
