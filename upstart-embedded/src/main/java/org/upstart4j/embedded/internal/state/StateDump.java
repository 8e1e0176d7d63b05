package org.upstart4j.embedded.internal.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.upstart4j.Environment;
import org.upstart4j.embedded.internal.engine.Engine;
import org.upstart4j.embedded.internal.event.InstanceName;
import org.upstart4j.embedded.internal.event.LiveEvent;
import org.upstart4j.embedded.internal.source.JobSource;
import org.upstart4j.jobfile.JobDirectory;
import org.upstart4j.state.Blocked;
import org.upstart4j.state.EventState;
import org.upstart4j.state.FileState;
import org.upstart4j.state.SourceState;
import org.upstart4j.state.UpstartState;

/**
 * The state of an engine, as Upstart has its own. What the engine does not know, as it has no
 * numbers of open files, is what Upstart tells where there is none.
 */
public final class StateDump {

  /** The engine has no sessions within chroots. */
  static final int SESSION = 0;

  private final Engine engine;
  private final Map<LiveEvent, Integer> places = new HashMap<>();

  private StateDump(Engine engine) {
    this.engine = engine;
    engine.events().all().forEach(event -> places.put(event, places.size()));
  }

  public static UpstartState of(Engine engine) {
    return new StateDump(engine).state();
  }

  private UpstartState state() {
    JobSource source = engine.source();
    JobDirectory folder = source.folder();
    return new UpstartState(
        List.of(),
        events(),
        Optional.ofNullable(engine.notices().busAddress()),
        Optional.ofNullable(engine.notices().cgroupManagerAddress()),
        Environment.parse(engine.variables().current().entries()),
        engine.jobs().all().stream().map(job -> new JobDump(this, job).state()).toList(),
        folder == null ? List.of() : List.of(source(source, folder)));
  }

  private List<EventState> events() {
    List<EventState> events = new ArrayList<>();
    engine.events().all().forEach(event -> events.add(event(event)));
    return events;
  }

  private static EventState event(LiveEvent event) {
    InstanceName instance = event.instance();
    return new EventState(
        SESSION,
        event.name(),
        event.event().variables(),
        OptionalInt.empty(),
        event.isPending() ? "pending" : "handling",
        event.hasFailed(),
        event.blockers(),
        !event.waiting().isEmpty(),
        event.waiting().isEmpty() || instance == null
            ? List.of()
            : List.of(new Blocked.ByInstance(SESSION, instance.job(), instance.instance())));
  }

  private SourceState source(JobSource source, JobDirectory folder) {
    return new SourceState(
        SESSION,
        folder.root().toAbsolutePath().toString(),
        "job-dir",
        source.flag(),
        source.jobsOfFiles().stream().map(job -> file(source, folder, job)).toList());
  }

  private FileState file(JobSource source, JobDirectory folder, String job) {
    return new FileState(
        folder.confPath(job).toAbsolutePath().toString(),
        source.flag(),
        Optional.of(job).filter(engine.jobs()::hasFile));
  }

  /** {@return the place of an event among those of the state} */
  int place(LiveEvent event) {
    return places.getOrDefault(event, -1);
  }
}
