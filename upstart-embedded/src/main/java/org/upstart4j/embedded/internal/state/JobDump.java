package org.upstart4j.embedded.internal.state;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.upstart4j.ProcessType;
import org.upstart4j.embedded.internal.job.LiveInstance;
import org.upstart4j.embedded.internal.job.LiveJob;
import org.upstart4j.jobfile.JobDefinition;
import org.upstart4j.jobfile.JobDefinition.Cgroup;
import org.upstart4j.jobfile.JobDefinition.Command;
import org.upstart4j.jobfile.JobDefinition.Limit;
import org.upstart4j.jobfile.stanza.Console;
import org.upstart4j.jobfile.stanza.Resource;
import org.upstart4j.spi.ObjectPaths;
import org.upstart4j.spi.ProcessOrder;
import org.upstart4j.state.AboutState;
import org.upstart4j.state.CgroupState;
import org.upstart4j.state.CommandState;
import org.upstart4j.state.CourseState;
import org.upstart4j.state.InstanceState;
import org.upstart4j.state.JobState;
import org.upstart4j.state.LimitState;
import org.upstart4j.state.SettingState;

/** The state of a job. */
final class JobDump {

  private final StateDump dump;
  private final LiveJob job;
  private final JobDefinition definition;

  JobDump(StateDump dump, LiveJob job) {
    this.dump = dump;
    this.job = job;
    this.definition = job.definition();
  }

  JobState state() {
    return new JobState(
        StateDump.SESSION,
        job.name(),
        ObjectPaths.job(job.name()),
        about(),
        definition.instance().orElse(""),
        definition.env(),
        definition.export(),
        definition.emits(),
        ConditionDump.of(dump, definition.startOn(), job.startOn()),
        ConditionDump.of(definition.stopOn()),
        commands(),
        course(),
        setting(),
        job.isOutdated(),
        instances());
  }

  private AboutState about() {
    return new AboutState(
        definition.description(), definition.author(), definition.version(), definition.usage());
  }

  private List<InstanceState> instances() {
    List<InstanceState> instances = new ArrayList<>();
    for (LiveInstance instance : job.instances().all()) {
      instances.add(new InstanceDump(dump, instance).state());
    }
    return instances;
  }

  private List<CommandState> commands() {
    List<CommandState> commands = new ArrayList<>();
    for (ProcessType type : ProcessOrder.LISTED) {
      Command command = job.command(type);
      if (command != null) {
        commands.add(
            new CommandState(type.text(), command.script(), Optional.ofNullable(command.text())));
      }
    }
    return commands;
  }

  private CourseState course() {
    return new CourseState(
        definition.task(),
        definition.expect().text(),
        definition.respawn(),
        OptionalInt.of(definition.respawnLimit()),
        OptionalLong.of(definition.respawnInterval().toSeconds()),
        definition.normalExit(),
        OptionalLong.of(definition.killTimeout().toSeconds()),
        OptionalInt.of(definition.killSignal().number()),
        OptionalInt.of(definition.reloadSignal().number()));
  }

  private SettingState setting() {
    return new SettingState(
        definition.console().orElse(Console.LOG).toString(),
        OptionalInt.of(definition.umask()),
        definition.nice().map(OptionalInt::of).orElseGet(OptionalInt::empty),
        OptionalInt.of(definition.oomScore()),
        limits(),
        definition.chroot(),
        definition.chdir(),
        definition.setuid(),
        definition.setgid(),
        definition.apparmorSwitch(),
        job.waitsForCgroupManager(),
        cgroups(),
        definition.debug());
  }

  private List<LimitState> limits() {
    List<LimitState> limits = new ArrayList<>();
    definition.limits().forEach((resource, limit) -> limits.add(limit(resource, limit)));
    return limits;
  }

  private static LimitState limit(Resource resource, Limit limit) {
    return new LimitState(resource.toString(), limit.soft().bits(), limit.hard().bits());
  }

  private List<CgroupState> cgroups() {
    Map<String, Map<String, CgroupState.Group>> controllers = new LinkedHashMap<>();
    for (Cgroup cgroup : definition.cgroups()) {
      controllers
          .computeIfAbsent(cgroup.controller(), key -> new LinkedHashMap<>())
          .put(cgroup.name(), group(cgroup));
    }
    List<CgroupState> cgroups = new ArrayList<>();
    controllers.forEach(
        (controller, groups) ->
            cgroups.add(new CgroupState(controller, List.copyOf(groups.values()))));
    return cgroups;
  }

  private static CgroupState.Group group(Cgroup cgroup) {
    List<CgroupState.Setting> settings = new ArrayList<>();
    cgroup.settings().forEach((key, value) -> settings.add(new CgroupState.Setting(key, value)));
    return new CgroupState.Group(cgroup.name(), Optional.empty(), settings);
  }
}
