package org.upstart4j.jobfile;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.upstart4j.event.EventExpression;
import org.upstart4j.event.EventMatch;
import org.upstart4j.jobfile.stanza.EventsStanza;
import org.upstart4j.jobfile.stanza.FlagStanza;
import org.upstart4j.jobfile.stanza.ListStanza;
import org.upstart4j.jobfile.stanza.StanzaName;

/**
 * On which events the job starts and stops, and which events it emits. A part of {@link
 * JobFileBuilder}.
 */
public sealed interface EventStanzas extends BuilderPart permits JobFileBuilder {

  /**
   * Sets when the job starts, as it stands in a job file.
   *
   * @param condition an event's name, or a whole condition: {@code a X=1 and (b or c)}
   * @return this builder
   * @throws IllegalArgumentException if it is not one condition
   */
  default JobFileBuilder startOn(String condition) {
    return set("start on " + condition);
  }

  /**
   * Sets that the job starts on an event.
   *
   * @param event the event's name
   * @param variables what its variables must be, in this order
   * @return this builder
   */
  default JobFileBuilder startOn(String event, Map<String, ?> variables) {
    return startOn(match(event, variables));
  }

  /**
   * Sets when the job starts.
   *
   * @param condition the condition, of any depth
   * @return this builder
   */
  default JobFileBuilder startOn(EventExpression condition) {
    return set(new EventsStanza(StanzaName.START, condition));
  }

  /**
   * Sets that the job starts in the usual runlevels: {@code [2345]}.
   *
   * @return this builder
   */
  default JobFileBuilder startOnRunlevel() {
    return startOnRunlevel("2345");
  }

  /**
   * Sets the runlevels in which the job starts.
   *
   * @param runlevels digits from 0 to 6, or {@code S}; {@code !} in front means all others: {@code
   *     !2345}
   * @return this builder
   * @throws IllegalArgumentException if these are no runlevels
   */
  default JobFileBuilder startOnRunlevel(String runlevels) {
    return startOn(EventMatch.of("runlevel", runlevels(runlevels)));
  }

  /**
   * Sets the runlevels in which the job starts.
   *
   * @param runlevels numbers from 0 to 6
   * @return this builder
   * @throws IllegalArgumentException if these are no runlevels
   */
  default JobFileBuilder startOnRunlevel(int... runlevels) {
    return startOnRunlevel(digits(runlevels));
  }

  /**
   * Sets that the job starts before another one does.
   *
   * @param job the other job's name
   * @return this builder
   */
  default JobFileBuilder startOnBeforeStarted(String job) {
    return startOn(EventMatch.of("starting", job));
  }

  /**
   * Sets that the job starts after another one did.
   *
   * @param job the other job's name
   * @return this builder
   */
  default JobFileBuilder startOnAfterStarted(String job) {
    return startOn(EventMatch.of("started", job));
  }

  /**
   * Sets that the job only starts by hand, whatever {@link #startOn} says.
   *
   * @return this builder
   */
  default JobFileBuilder manual() {
    return set(new FlagStanza(StanzaName.MANUAL));
  }

  /**
   * Sets when the job stops, as it stands in a job file.
   *
   * @param condition an event's name, or a whole condition: {@code a X=1 and (b or c)}
   * @return this builder
   * @throws IllegalArgumentException if it is not one condition
   */
  default JobFileBuilder stopOn(String condition) {
    return set("stop on " + condition);
  }

  /**
   * Sets that the job stops on an event.
   *
   * @param event the event's name
   * @param variables what its variables must be, in this order
   * @return this builder
   */
  default JobFileBuilder stopOn(String event, Map<String, ?> variables) {
    return stopOn(match(event, variables));
  }

  /**
   * Sets when the job stops.
   *
   * @param condition the condition, of any depth
   * @return this builder
   */
  default JobFileBuilder stopOn(EventExpression condition) {
    return set(new EventsStanza(StanzaName.STOP, condition));
  }

  /**
   * Sets that the job stops in the usual runlevels: {@code [016]}.
   *
   * @return this builder
   */
  default JobFileBuilder stopOnRunlevel() {
    return stopOnRunlevel("016");
  }

  /**
   * Sets the runlevels in which the job stops.
   *
   * @param runlevels digits from 0 to 6, or {@code S}; {@code !} in front means all others: {@code
   *     !2345}
   * @return this builder
   * @throws IllegalArgumentException if these are no runlevels
   */
  default JobFileBuilder stopOnRunlevel(String runlevels) {
    return stopOn(EventMatch.of("runlevel", runlevels(runlevels)));
  }

  /**
   * Sets the runlevels in which the job stops.
   *
   * @param runlevels numbers from 0 to 6
   * @return this builder
   * @throws IllegalArgumentException if these are no runlevels
   */
  default JobFileBuilder stopOnRunlevel(int... runlevels) {
    return stopOnRunlevel(digits(runlevels));
  }

  /**
   * Sets that the job stops before another one does.
   *
   * @param job the other job's name
   * @return this builder
   */
  default JobFileBuilder stopOnBeforeStopped(String job) {
    return stopOn(EventMatch.of("stopping", job));
  }

  /**
   * Sets that the job stops after another one did.
   *
   * @param job the other job's name
   * @return this builder
   */
  default JobFileBuilder stopOnAfterStopped(String job) {
    return stopOn(EventMatch.of("stopped", job));
  }

  /**
   * Adds events that the job's processes emit.
   *
   * @param events names or patterns, at least one
   * @return this builder
   */
  default JobFileBuilder emits(String... events) {
    return add(new ListStanza(StanzaName.EMITS, Arrays.asList(events)));
  }

  private static EventMatch match(String event, Map<String, ?> variables) {
    EventMatch match = EventMatch.of(event);
    for (Map.Entry<String, ?> variable : variables.entrySet()) {
      match = match.with(variable.getKey(), variable.getValue());
    }
    return match;
  }

  private static String digits(int... runlevels) {
    return IntStream.of(runlevels).mapToObj(EventStanzas::digit).collect(Collectors.joining());
  }

  private static String digit(int runlevel) {
    if (runlevel < 0 || runlevel > 6) {
      throw new IllegalArgumentException("A runlevel is a number from 0 to 6, not " + runlevel);
    }
    return Integer.toString(runlevel);
  }

  private static String runlevels(String runlevels) {
    String levels =
        runlevels.startsWith("[") && runlevels.endsWith("]")
            ? runlevels.substring(1, runlevels.length() - 1)
            : runlevels;
    if (!levels.matches("!?[0-6S]+")) {
      throw new IllegalArgumentException(
          "Runlevels are digits from 0 to 6, or S, with ! in front for all others; not \""
              + runlevels
              + "\"");
    }
    return "[" + levels + "]";
  }
}
