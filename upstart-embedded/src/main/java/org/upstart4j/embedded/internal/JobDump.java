package org.upstart4j.embedded.internal;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.upstart4j.ExitStatus;
import org.upstart4j.ProcessType;
import org.upstart4j.jobfile.JobDefinition;
import org.upstart4j.jobfile.JobDefinition.Cgroup;
import org.upstart4j.jobfile.JobDefinition.Command;
import org.upstart4j.jobfile.JobDefinition.Limit;
import org.upstart4j.jobfile.stanza.Console;
import org.upstart4j.jobfile.stanza.LimitValue;
import org.upstart4j.jobfile.stanza.Resource;

/** Writes a job as Upstart dumps its own. */
final class JobDump {

  /** The lowest niceness is -20. */
  private static final int NO_NICENESS = -21;

  private static final Limit NO_LIMIT = new Limit(LimitValue.of(0), LimitValue.of(0));

  /** The resources by their numbers in the kernel; null for those that no stanza names. */
  private static final List<@Nullable Resource> RESOURCES =
      Collections.unmodifiableList(
          Arrays.asList(
              Resource.CPU,
              Resource.FSIZE,
              Resource.DATA,
              Resource.STACK,
              Resource.CORE,
              Resource.RSS,
              Resource.NPROC,
              Resource.NOFILE,
              Resource.MEMLOCK,
              Resource.AS,
              null,
              Resource.SIGPENDING,
              Resource.MSGQUEUE,
              Resource.NICE,
              Resource.RTPRIO,
              null));

  private final StateDump dump;
  private final JsonWriter json;
  private final LiveJob job;
  private final JobDefinition definition;

  JobDump(StateDump dump, LiveJob job) {
    this.dump = dump;
    this.json = dump.json();
    this.job = job;
    this.definition = job.definition();
  }

  void write() throws IOException {
    json.beginObject();
    dump.session();
    json.name("name").value(job.name());
    json.name("path").value(ObjectPath.of(job.name()));
    json.name("instance").value(definition.instance().orElse(""));
    json.name("jobs").beginArray();
    for (LiveInstance instance : job.instances().all()) {
      new InstanceDump(dump, instance).write();
    }
    json.endArray();
    json.name("description").value(definition.description().orElse(null));
    json.name("author").value(definition.author().orElse(null));
    json.name("version").value(definition.version().orElse(null));
    dump.texts("env", definition.env());
    dump.texts("export", definition.export());
    ConditionDump.write(dump, "start_on", definition.startOn(), job.startOn());
    ConditionDump.write(dump, "stop_on", definition.stopOn(), null);
    dump.texts("emits", definition.emits());
    writeCommands();
    writeCourse();
    writeSetting();
    dump.flag("deleted", job.isOutdated());
    dump.flag("debug", definition.debug());
    json.name("usage").value(definition.usage().orElse(null));
    json.name("apparmor_switch").value(definition.apparmorSwitch().orElse(null));
    dump.flag("cgmanager_wait", job.waitsForCgroupManager());
    writeCgroups();
    json.endObject();
  }

  private void writeCommands() throws IOException {
    json.name("process").beginArray();
    for (ProcessType type : StateDump.PROCESSES) {
      Command command = job.command(type);
      json.beginObject();
      dump.flag("script", command != null && command.script());
      json.name("command").value(command == null ? null : command.text());
      json.endObject();
    }
    json.endArray();
  }

  private void writeCourse() throws IOException {
    json.name("expect").value(StateDump.constant("EXPECT_", definition.expect()));
    dump.flag("task", definition.task());
    json.name("kill_timeout").value(definition.killTimeout().toSeconds());
    json.name("kill_signal").value(definition.killSignal().number());
    json.name("reload_signal").value(definition.reloadSignal().number());
    dump.flag("respawn", definition.respawn());
    json.name("respawn_limit").value(definition.respawnLimit());
    json.name("respawn_interval").value(definition.respawnInterval().toSeconds());
    json.name("normalexit").beginArray();
    for (ExitStatus status : definition.normalExit()) {
      json.value(status.number());
    }
    json.endArray();
  }

  private void writeSetting() throws IOException {
    Console console = definition.console().orElse(Console.LOG);
    json.name("console").value(StateDump.constant("CONSOLE_", console));
    json.name("umask").value(definition.umask());
    json.name("nice").value(definition.nice().orElse(NO_NICENESS));
    json.name("oom_score_adj").value(definition.oomScore());
    json.name("limits").beginArray();
    Map<Resource, Limit> limits = definition.limits();
    for (Resource resource : RESOURCES) {
      Limit limit = resource == null ? NO_LIMIT : limits.getOrDefault(resource, NO_LIMIT);
      json.beginObject();
      json.name("rlim_cur").value(limit.soft().bits());
      json.name("rlim_max").value(limit.hard().bits());
      json.endObject();
    }
    json.endArray();
    json.name("chroot").value(definition.chroot().orElse(null));
    json.name("chdir").value(definition.chdir().orElse(null));
    json.name("setuid").value(definition.setuid().orElse(null));
    json.name("setgid").value(definition.setgid().orElse(null));
  }

  private void writeCgroups() throws IOException {
    Map<String, Map<String, Cgroup>> controllers = new LinkedHashMap<>();
    for (Cgroup cgroup : definition.cgroups()) {
      controllers
          .computeIfAbsent(cgroup.controller(), key -> new LinkedHashMap<>())
          .put(cgroup.name(), cgroup);
    }
    json.name("cgroups").beginArray();
    for (Map.Entry<String, Map<String, Cgroup>> controller : controllers.entrySet()) {
      json.beginObject();
      json.name("controller").value(controller.getKey());
      json.name("names").beginArray();
      for (Cgroup cgroup : controller.getValue().values()) {
        write(cgroup);
      }
      json.endArray();
      json.endObject();
    }
    json.endArray();
  }

  private void write(Cgroup cgroup) throws IOException {
    json.beginObject();
    json.name("name").value(cgroup.name());
    json.name("expanded").nullValue();
    json.name("settings").beginArray();
    for (Map.Entry<String, String> setting : cgroup.settings().entrySet()) {
      json.beginObject();
      json.name("key").value(setting.getKey());
      json.name("value").value(setting.getValue());
      json.endObject();
    }
    json.endArray();
    json.endObject();
  }
}
