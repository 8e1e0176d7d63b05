package org.upstart4j.embedded.internal;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.upstart4j.ProcessType;
import org.upstart4j.jobfile.JobDirectory;

/**
 * The state of an engine in the form in which Upstart dumps its own: the same keys, and the same
 * types. What the engine does not know, as it has no numbers of open files, is what Upstart writes
 * where there is none.
 */
final class StateDump {

  /** Upstart writes what it has of the processes in this order. */
  static final List<ProcessType> PROCESSES =
      List.of(
          ProcessType.MAIN,
          ProcessType.PRE_START,
          ProcessType.POST_START,
          ProcessType.PRE_STOP,
          ProcessType.POST_STOP,
          ProcessType.SECURITY);

  /** The engine has no sessions within chroots. */
  private static final int SESSION = 0;

  private final Engine engine;
  private final JsonWriter json;
  private final Map<LiveEvent, Integer> places = new HashMap<>();

  private StateDump(Engine engine, JsonWriter json) {
    this.engine = engine;
    this.json = json;
    engine.events().all().forEach(event -> places.put(event, places.size()));
  }

  static String of(Engine engine) {
    StringWriter text = new StringWriter();
    try {
      new StateDump(engine, new JsonWriter(text)).write();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  private void write() throws IOException {
    json.beginObject();
    json.name("sessions").beginArray().endArray();
    json.name("events").beginArray();
    for (LiveEvent event : engine.events().all()) {
      write(event);
    }
    json.endArray();
    json.name("control_bus_address").value(engine.busAddress());
    json.name("cgroup_manager_address").value(engine.cgroupManagerAddress());
    texts("job_environment", engine.variables().current().entries());
    json.name("job_classes").beginArray();
    for (LiveJob job : engine.jobs().all()) {
      new JobDump(this, job).write();
    }
    json.endArray();
    json.name("conf_sources").beginArray();
    JobSource source = engine.source();
    if (source != null && source.folder() != null) {
      write(source, source.folder());
    }
    json.endArray();
    json.endObject();
  }

  private void write(LiveEvent event) throws IOException {
    json.beginObject();
    session();
    json.name("name").value(event.name());
    texts("env", event.variables());
    json.name("fd").value(-1);
    json.name("progress").value(event.isPending() ? "EVENT_PENDING" : "EVENT_HANDLING");
    flag("failed", event.hasFailed());
    json.name("blockers").value(event.blockers());
    if (!event.waiting().isEmpty()) {
      json.name("blocking").beginArray();
      LiveInstance instance = event.instance();
      if (instance != null) {
        json.beginObject().name("data").beginObject();
        json.name("class").value(instance.job().name());
        session();
        json.name("name").value(instance.name());
        json.endObject();
        json.name("type").value("BLOCKED_JOB");
        json.endObject();
      }
      json.endArray();
    }
    json.endObject();
  }

  private void write(JobSource source, JobDirectory folder) throws IOException {
    json.beginObject();
    session();
    json.name("path").value(folder.root().toString());
    json.name("type").value("CONF_JOB_DIR");
    flag("flag", source.flag());
    json.name("conf_files").beginArray();
    for (String job : source.jobsOfFiles()) {
      json.beginObject();
      json.name("path").value(folder.confPath(job).toString());
      json.name("conf_source").value(0);
      flag("flag", source.flag());
      if (engine.jobs().hasFile(job)) {
        json.name("job_class").beginObject().name("name").value(job);
        session();
        json.endObject();
      }
      json.endObject();
    }
    json.endArray();
    json.endObject();
  }

  Engine engine() {
    return engine;
  }

  JsonWriter json() {
    return json;
  }

  void session() throws IOException {
    json.name("session").value(SESSION);
  }

  void flag(String name, boolean value) throws IOException {
    json.name(name).value(value ? 1 : 0);
  }

  void texts(String name, List<String> texts) throws IOException {
    json.name(name).beginArray();
    for (String text : texts) {
      json.value(text);
    }
    json.endArray();
  }

  void place(String name, LiveEvent event) throws IOException {
    json.name(name).value(places.getOrDefault(event, -1));
  }

  /** Returns the name of one of Upstart's constants. */
  static String constant(String prefix, Object name) {
    return prefix + name.toString().toUpperCase(Locale.ROOT).replace('-', '_');
  }

  static String constant(@Nullable ProcessType process) {
    return process == null ? "PROCESS_INVALID" : constant("PROCESS_", process.text());
  }
}
