package org.upstart4j.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.upstart4j.Environment;
import org.upstart4j.Upstart;

/**
 * The whole state of an Upstart at one moment. Numbers that point to events are places in {@link
 * #events}.
 *
 * <pre>{@code
 * UpstartState state = UpstartState.of(upstart);
 * state.job("web").ifPresent(web -> System.out.println(web.instances()));
 * }</pre>
 *
 * <p>What a version doesn't tell is empty, and what isn't known here is left out. Words of Upstart
 * that aren't known stay text. A state is also what an engine writes: {@link #toJson()}.
 *
 * @param sessions the sessions; process 1 without chroot sessions has none
 * @param events the events whose work isn't done
 * @param controlBusAddress the address of the bus that Upstart was told of
 * @param cgroupManagerAddress the address of the cgroup manager that Upstart was told of
 * @param jobEnvironment the variables that every job gets
 * @param jobs the jobs
 * @param sources where the job files come from
 */
public record UpstartState(
    List<SessionState> sessions,
    List<EventState> events,
    Optional<String> controlBusAddress,
    Optional<String> cgroupManagerAddress,
    Environment jobEnvironment,
    List<JobState> jobs,
    List<SourceState> sources) {

  /**
   * Makes a state.
   *
   * @param sessions the sessions
   * @param events the events whose work isn't done
   * @param controlBusAddress the address of the bus
   * @param cgroupManagerAddress the address of the cgroup manager
   * @param jobEnvironment the variables that every job gets
   * @param jobs the jobs
   * @param sources where the job files come from
   */
  public UpstartState {
    sessions = List.copyOf(sessions);
    events = List.copyOf(events);
    jobs = List.copyOf(jobs);
    sources = List.copyOf(sources);
  }

  /**
   * Asks an Upstart for its state. What this throws beyond the following is as with {@link
   * Upstart#stateDump()}.
   *
   * @param upstart the Upstart
   * @return its state now
   * @throws StateSyntaxException if it answers with something else
   * @throws org.upstart4j.UnsupportedCapabilityException without {@link
   *     org.upstart4j.Capability#STATE_DUMP}
   */
  public static UpstartState of(Upstart upstart) {
    return upstart instanceof Stateful own ? own.state() : parse(upstart.stateDump());
  }

  /**
   * Reads a state, as {@link Upstart#stateDump()} tells it.
   *
   * @param text one JSON text
   * @return the state
   * @throws StateSyntaxException if the text is no state; the message says where
   */
  public static UpstartState parse(String text) {
    StateNode state = StateNode.parse(text);
    return new UpstartState(
        state.get("sessions").list(SessionState::read),
        state.get("events").list(EventState::read),
        state.get("control_bus_address").text(),
        state.get("cgroup_manager_address").text(),
        state.get("job_environment").environment(),
        state.get("job_classes").list(JobState::read),
        state.get("conf_sources").list(SourceState::read));
  }

  /**
   * Writes the state, as {@link Upstart#stateDump()} does.
   *
   * @return one JSON text, which {@link #parse} reads as an equal state
   */
  public String toJson() {
    StateObject state = new StateObject();
    state.objects("sessions", sessions.stream().map(SessionState::write).toList());
    state.objects("events", events.stream().map(EventState::write).toList());
    state.text("control_bus_address", controlBusAddress);
    state.text("cgroup_manager_address", cgroupManagerAddress);
    state.texts("job_environment", jobEnvironment.entries());
    state.objects("job_classes", jobs.stream().map(JobState::write).toList());
    List<StateObject> places = new ArrayList<>();
    sources.forEach(source -> places.add(source.write(places.size())));
    return state.objects("conf_sources", places).toString();
  }

  /**
   * Finds a job by its name.
   *
   * @param name the name
   * @return the job, the first one if sessions have their own; nothing if there is none
   */
  public Optional<JobState> job(String name) {
    return jobs.stream().filter(job -> job.name().equals(name)).findFirst();
  }
}
