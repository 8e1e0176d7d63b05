package org.upstart4j.embedded.internal;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Locale;
import org.upstart4j.JobProcess;
import org.upstart4j.JobStatus;

/**
 * The state of an engine in the form in which Upstart dumps its own, with the parts that both have.
 */
final class StateDump {

  private StateDump() {}

  static String of(Engine engine) {
    JsonArray events = new JsonArray();
    engine.events().all().forEach(event -> events.add(event(event)));
    JsonArray jobs = new JsonArray();
    engine.jobs().all().forEach(job -> jobs.add(job(job)));
    JsonObject state = new JsonObject();
    state.add("sessions", new JsonArray());
    state.add("job_environment", strings(engine.variables().current().entries()));
    state.add("events", events);
    state.add("job_classes", jobs);
    return state.toString();
  }

  private static JsonObject event(LiveEvent event) {
    JsonObject json = new JsonObject();
    json.addProperty("name", event.name());
    json.add("env", strings(event.variables()));
    json.addProperty("progress", event.isPending() ? "EVENT_PENDING" : "EVENT_HANDLING");
    json.addProperty("failed", event.hasFailed() ? 1 : 0);
    return json;
  }

  private static JsonObject job(LiveJob job) {
    JsonObject json = new JsonObject();
    json.addProperty("name", job.name());
    json.addProperty("instance", job.definition().instance().orElse(""));
    JsonArray instances = new JsonArray();
    job.instances().all().forEach(instance -> instances.add(instance(instance)));
    json.add("jobs", instances);
    json.addProperty("description", job.definition().description().orElse(null));
    json.add("env", strings(job.definition().env()));
    json.add("export", strings(job.definition().export()));
    job.definition().startOn().ifPresent(when -> json.addProperty("start_on", when.toString()));
    job.definition().stopOn().ifPresent(when -> json.addProperty("stop_on", when.toString()));
    json.add("emits", strings(job.definition().emits()));
    json.addProperty("task", job.definition().task() ? 1 : 0);
    json.addProperty("respawn", job.definition().respawn() ? 1 : 0);
    json.addProperty("deleted", job.isOutdated() ? 1 : 0);
    return json;
  }

  private static JsonObject instance(LiveInstance instance) {
    JobStatus status = instance.status();
    JsonObject json = new JsonObject();
    json.addProperty("name", status.instance());
    json.addProperty("goal", constant(status.goal().name()));
    json.addProperty("state", constant(status.state().name()));
    json.add("env", strings(instance.variables().entries()));
    JsonObject pids = new JsonObject();
    for (JobProcess process : status.processes()) {
      pids.addProperty("PROCESS_" + upper(process.name()), process.pid());
    }
    json.add("pid", pids);
    return json;
  }

  private static String constant(String name) {
    return "JOB_" + upper(name);
  }

  private static String upper(String name) {
    return name.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private static JsonElement strings(List<String> texts) {
    JsonArray array = new JsonArray();
    texts.forEach(text -> array.add(new JsonPrimitive(text)));
    return array;
  }
}
