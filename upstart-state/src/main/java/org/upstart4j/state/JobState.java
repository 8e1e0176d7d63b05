package org.upstart4j.state;

import java.util.List;
import java.util.Optional;
import org.upstart4j.ProcessType;

/**
 * A job: what its file says, and its instances.
 *
 * @param session the session's number; 0 is process 1's own
 * @param name the job's name
 * @param path the path of its D-Bus object
 * @param about its texts
 * @param instance how an instance is named; empty if there is only one
 * @param env the variables that it sets; one without a {@code =} is taken from Upstart's own
 * @param export the variables that its events carry
 * @param emits the events that it says it emits
 * @param startOn when it starts
 * @param stopOn when it stops
 * @param processes its processes
 * @param course how its processes come and go
 * @param setting what its processes get
 * @param deleted whether its file has gone or changed, so that it ends with its last instance
 * @param instances its instances
 */
public record JobState(
    int session,
    String name,
    String path,
    AboutState about,
    String instance,
    List<String> env,
    List<String> export,
    List<String> emits,
    Optional<ConditionState> startOn,
    Optional<ConditionState> stopOn,
    List<CommandState> processes,
    CourseState course,
    SettingState setting,
    boolean deleted,
    List<InstanceState> instances) {

  /**
   * Makes a job.
   *
   * @param session the session's number
   * @param name the job's name
   * @param path the path of its D-Bus object
   * @param about its texts
   * @param instance how an instance is named
   * @param env the variables that it sets
   * @param export the variables that its events carry
   * @param emits the events that it says it emits
   * @param startOn when it starts
   * @param stopOn when it stops
   * @param processes its processes
   * @param course how its processes come and go
   * @param setting what its processes get
   * @param deleted whether its file has gone or changed
   * @param instances its instances
   */
  public JobState {
    env = List.copyOf(env);
    export = List.copyOf(export);
    emits = List.copyOf(emits);
    processes = List.copyOf(processes);
    instances = List.copyOf(instances);
  }

  static JobState read(StateNode job) {
    return new JobState(
        job.get("session").integerOr(0),
        job.get("name").textOrEmpty(),
        job.get("path").textOrEmpty(),
        AboutState.read(job),
        job.get("instance").textOrEmpty(),
        job.get("env").texts(),
        job.get("export").texts(),
        job.get("emits").texts(),
        ConditionForm.read(job.get("start_on")),
        ConditionForm.read(job.get("stop_on")),
        CommandState.readAll(job.get("process")),
        CourseState.read(job),
        SettingState.read(job),
        job.get("deleted").isYes(),
        job.get("jobs").list(InstanceState::read));
  }

  StateObject write() {
    StateObject job = new StateObject();
    job.number("session", session).text("name", name).text("path", path);
    job.text("instance", instance);
    job.objects("jobs", instances.stream().map(InstanceState::write).toList());
    about.write(job);
    job.texts("env", env).texts("export", export);
    ConditionForm.write(job, "start_on", startOn);
    ConditionForm.write(job, "stop_on", stopOn);
    job.texts("emits", emits).objects("process", CommandState.writeAll(processes));
    course.write(job);
    setting.write(job);
    job.flag("deleted", deleted).flag("debug", setting.debug());
    about.writeUsage(job);
    setting.writeCgroups(job);
    return job;
  }

  /**
   * Tells what a process of the job runs.
   *
   * @param type which process
   * @return its command; nothing if the job has no such process
   */
  public Optional<CommandState> process(ProcessType type) {
    return processes.stream().filter(command -> command.process().equals(type.text())).findFirst();
  }

  /**
   * Finds an instance by its name.
   *
   * @param wanted the name; empty if the job has only one
   * @return the instance; nothing if there is none
   */
  public Optional<InstanceState> instance(String wanted) {
    return instances.stream().filter(known -> known.name().equals(wanted)).findFirst();
  }
}
