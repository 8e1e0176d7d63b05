package org.upstart4j.cli.init;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.upstart4j.Event;
import org.upstart4j.ProcessType;
import org.upstart4j.analysis.platform.Target;
import org.upstart4j.event.Glob;
import org.upstart4j.jobfile.JobFolder;
import org.upstart4j.simulation.Course;
import org.upstart4j.simulation.Moment;
import org.upstart4j.simulation.Simulation;
import org.upstart4j.simulation.scenario.Scenario;

/**
 * The events of a boot that a container's jobs would hear from the platform's own packages. They
 * are those of the platform's simulated boot, as it is in a container: nothing of devices, and
 * nothing of daemons, as there are none. What stock jobs only set up counts as set up.
 *
 * @param target the platform
 * @param container what the machine calls this kind of container
 * @param interfaces the network interfaces that there are, without the loopback
 */
record BootEvents(Target target, String container, List<String> interfaces) {

  private static final Set<String> OF_JOBS = Set.of("starting", "started", "stopping", "stopped");
  private static final Set<String> OF_INTERFACES = Set.of("IFACE", "LOGICAL", "INTERFACE");
  private static final String ANY_INTERFACE = "eth0";

  /**
   * The events, without those that the folder's own jobs are in charge of.
   *
   * @param jobs the names of the folder's jobs: what the platform's jobs of these names say and do
   *     is theirs
   * @param emitted patterns of what these jobs say that they emit
   */
  List<Event> without(Set<String> jobs, List<String> emitted) {
    Course course = Simulation.of(JobFolder.of(Map.of()), target).with(overlay()).boot();
    Set<String> silent = daemons(course);
    silent.addAll(jobs);
    return course.moments().stream()
        .filter(Moment.Emitted.class::isInstance)
        .map(moment -> ((Moment.Emitted) moment).event())
        .filter(event -> !isOfDevice(event))
        .filter(event -> !OF_JOBS.contains(event.name()) || !isOf(silent, event))
        .filter(event -> emitted.stream().noneMatch(name -> Glob.matches(name, event.name())))
        .flatMap(this::here)
        .toList();
  }

  private Scenario overlay() {
    Set<String> stock = Scenario.boot(target).jobs().keySet();
    if (stock.contains("mountall")) {
      return read("container.yaml");
    }
    return stock.contains("rcS") ? read("container-sysv.yaml") : Scenario.EMPTY;
  }

  private static Scenario read(String name) {
    try (InputStream file = BootEvents.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException("The resource " + name + " is missing");
      }
      return Scenario.parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** The platform's jobs whose program still runs when the boot is over. */
  private static Set<String> daemons(Course course) {
    Set<String> running = new TreeSet<>();
    for (Moment moment : course.moments()) {
      if (moment instanceof Moment.Spawned spawned && spawned.process() == ProcessType.MAIN) {
        running.add(spawned.job());
      } else if (moment instanceof Moment.Ended ended && ended.process() == ProcessType.MAIN) {
        running.remove(ended.job());
      }
    }
    return running;
  }

  private static boolean isOfDevice(Event event) {
    return event.name().endsWith("-device-added");
  }

  private static boolean isOf(Set<String> jobs, Event event) {
    return event.variables().get("JOB").map(jobs::contains).orElse(false);
  }

  /** The same event as it is here: for each interface, or with this kind of container. */
  private Stream<Event> here(Event event) {
    if (event.name().equals("container")) {
      return Stream.of(event.with("CONTAINER", container));
    }
    List<String> variables =
        OF_INTERFACES.stream()
            .filter(name -> event.variables().get(name).orElse("").equals(ANY_INTERFACE))
            .toList();
    return variables.isEmpty()
        ? Stream.of(event)
        : interfaces.stream().map(name -> of(event, variables, name));
  }

  private static Event of(Event event, List<String> variables, String name) {
    List<String> all = new ArrayList<>(variables);
    all.add("INSTANCE");
    Event changed = event;
    for (String variable : all) {
      if (event.variables().get(variable).isPresent()) {
        changed = changed.with(variable, name);
      }
    }
    return changed;
  }
}
