package org.upstart4j.cli.simulate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.upstart4j.Event;
import org.upstart4j.cli.command.Invocation;
import org.upstart4j.cli.command.Misuse;
import org.upstart4j.cli.command.Option;
import org.upstart4j.cli.terminal.Visible;
import org.upstart4j.simulation.Course;
import org.upstart4j.simulation.Simulation;
import org.upstart4j.simulation.scenario.OutsideEvent;
import org.upstart4j.simulation.scenario.ScenarioSyntaxException;

/**
 * What is to be simulated: a boot, or events.
 *
 * @param folder the folder of job files
 * @param events the events; none for a boot
 */
public record CourseRequest(String folder, List<Event> events) {

  public static final Option CONFDIR =
      Option.CONFDIR.meaning("the folder of job files; it is only read");
  public static final Option BOOT = Option.flag("boot", "boot, as the platform's packages play it");
  public static final Option EMIT =
      Option.text(
          "emit", "EVENT", "emit an event instead, as in \"up IFACE=eth0\"; may be repeated");

  /** Reads it from the options; words are variables of the last event. */
  public static CourseRequest of(Invocation call) {
    List<String> emitted = call.arguments().values(EMIT);
    if (call.has(BOOT) == !emitted.isEmpty()) {
      throw new Misuse("give either --boot or --emit");
    }
    String folder = call.value(CONFDIR).orElseThrow(() -> new Misuse("missing --confdir"));
    return new CourseRequest(folder, events(emitted, call.arguments().wordsFrom(0)));
  }

  /** Simulates it. */
  public Course course(Simulated simulated) throws IOException {
    Simulation simulation = simulated.of(folder);
    return events.isEmpty() ? simulation.boot() : simulation.emit(events.toArray(Event[]::new));
  }

  /** The events; words that stand alone are variables of the last one. */
  private static List<Event> events(List<String> texts, List<String> words) {
    List<Event> events = new ArrayList<>();
    texts.forEach(text -> events.add(event(text)));
    for (String word : words) {
      int equals = word.indexOf('=');
      if (equals <= 0 || events.isEmpty()) {
        throw new Misuse("a word that is no option is a variable of --emit, KEY=VALUE: " + word);
      }
      int last = events.size() - 1;
      events.set(
          last, events.get(last).with(word.substring(0, equals), word.substring(equals + 1)));
    }
    return events;
  }

  private static Event event(String text) {
    try {
      return OutsideEvent.parse(text).event();
    } catch (ScenarioSyntaxException wrong) {
      throw new Misuse(Visible.text("--emit: " + wrong.reason()));
    }
  }
}
