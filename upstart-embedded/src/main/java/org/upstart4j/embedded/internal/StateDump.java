package org.upstart4j.embedded.internal;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.upstart4j.JobProcess;
import org.upstart4j.JobStatus;
import org.upstart4j.ProcessType;
import org.upstart4j.jobfile.JobDefinition;
import org.upstart4j.jobfile.JobDefinition.Command;

/**
 * The state of an engine in the form in which Upstart dumps its own, with the parts that both have.
 */
final class StateDump {

  /** Upstart writes what it has of the processes in this order. */
  private static final List<ProcessType> PROCESSES =
      List.of(
          ProcessType.MAIN,
          ProcessType.PRE_START,
          ProcessType.POST_START,
          ProcessType.PRE_STOP,
          ProcessType.POST_STOP,
          ProcessType.SECURITY);

  private final List<LiveEvent> events = new ArrayList<>();

  private StateDump(Engine engine) {
    engine.events().all().forEach(events::add);
  }

  static String of(Engine engine) {
    return new StateDump(engine).dump(engine);
  }

  private String dump(Engine engine) {
    JsonArray waiting = new JsonArray();
    events.forEach(event -> waiting.add(event(event)));
    JsonArray jobs = new JsonArray();
    engine.jobs().all().forEach(job -> jobs.add(job(job)));
    JsonObject state = new JsonObject();
    state.add("sessions", new JsonArray());
    state.add("events", waiting);
    state.add("job_environment", strings(engine.variables().current().entries()));
    state.add("job_classes", jobs);
    return state.toString();
  }

  private static JsonObject event(LiveEvent event) {
    JsonObject json = new JsonObject();
    json.addProperty("session", 0);
    json.addProperty("name", event.name());
    json.add("env", strings(event.variables()));
    json.addProperty("fd", -1);
    json.addProperty("progress", event.isPending() ? "EVENT_PENDING" : "EVENT_HANDLING");
    json.addProperty("failed", event.hasFailed() ? 1 : 0);
    json.addProperty("blockers", event.blockers());
    return json;
  }

  private JsonObject job(LiveJob job) {
    JobDefinition definition = job.definition();
    JsonObject json = new JsonObject();
    json.addProperty("session", 0);
    json.addProperty("name", job.name());
    json.addProperty("instance", definition.instance().orElse(""));
    JsonArray instances = new JsonArray();
    job.instances().all().forEach(instance -> instances.add(instance(instance)));
    json.add("jobs", instances);
    json.addProperty("description", definition.description().orElse(null));
    json.addProperty("author", definition.author().orElse(null));
    json.addProperty("version", definition.version().orElse(null));
    json.add("env", strings(definition.env()));
    json.add("export", strings(definition.export()));
    definition
        .startOn()
        .ifPresent(when -> json.add("start_on", ConditionDump.of(when, job.startOn(), events)));
    definition
        .stopOn()
        .ifPresent(when -> json.add("stop_on", ConditionDump.of(when, null, events)));
    json.add("emits", strings(definition.emits()));
    json.add("process", commands(job));
    json.addProperty("expect", "EXPECT_" + upper(definition.expect().toString()));
    json.addProperty("task", definition.task() ? 1 : 0);
    json.addProperty("kill_timeout", definition.killTimeout().toSeconds());
    json.addProperty("kill_signal", definition.killSignal().number());
    json.addProperty("reload_signal", definition.reloadSignal().number());
    json.addProperty("respawn", definition.respawn() ? 1 : 0);
    json.addProperty("respawn_limit", definition.respawnLimit());
    json.addProperty("respawn_interval", definition.respawnInterval().toSeconds());
    json.addProperty("deleted", job.isOutdated() ? 1 : 0);
    json.addProperty("usage", definition.usage().orElse(null));
    return json;
  }

  private static JsonArray commands(LiveJob job) {
    JsonArray commands = new JsonArray();
    for (ProcessType type : PROCESSES) {
      Command command = job.command(type);
      JsonObject json = new JsonObject();
      json.addProperty("script", command != null && command.script() ? 1 : 0);
      json.addProperty("command", command == null ? null : command.text());
      commands.add(json);
    }
    return commands;
  }

  private JsonObject instance(LiveInstance instance) {
    JobStatus status = instance.status();
    JsonObject json = new JsonObject();
    json.addProperty("name", status.instance());
    json.addProperty("goal", constant(status.goal().name()));
    json.addProperty("state", constant(status.state().name()));
    json.add("env", strings(instance.variables().entries()));
    instance
        .job()
        .definition()
        .stopOn()
        .ifPresent(when -> json.add("stop_on", ConditionDump.of(when, instance.stopOn(), events)));
    json.add("pid", pids(status.processes()));
    LiveEvent blocker = instance.blocker();
    if (blocker != null) {
      json.addProperty("blocker", events.indexOf(blocker));
    }
    return json;
  }

  private static JsonArray pids(List<JobProcess> running) {
    JsonArray pids = new JsonArray();
    for (ProcessType type : PROCESSES) {
      pids.add(
          running.stream()
              .filter(process -> process.name().equals(type.text()))
              .mapToInt(JobProcess::pid)
              .findFirst()
              .orElse(0));
    }
    return pids;
  }

  private static String constant(String name) {
    return "JOB_" + upper(name);
  }

  private static String upper(String name) {
    return name.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  static JsonElement strings(List<String> texts) {
    JsonArray array = new JsonArray();
    texts.forEach(text -> array.add(new JsonPrimitive(text)));
    return array;
  }
}
