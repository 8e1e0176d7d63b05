package org.upstart4j.cli.why;

import java.util.List;
import java.util.Optional;
import org.upstart4j.Environment;
import org.upstart4j.Event;
import org.upstart4j.cli.command.Invocation;
import org.upstart4j.cli.command.Misuse;
import org.upstart4j.cli.command.Option;

/**
 * What {@code why} is asked.
 *
 * @param event the event that is asked about, if it is one
 * @param job the job that is asked about, or an empty text
 * @param instance the instance's name, if it was given
 * @param variables what picks the instance otherwise
 */
record Question(
    Optional<Event> event, String job, Optional<String> instance, Environment variables) {

  static final Option EMIT =
      Option.text("emit", "EVENT", "tell what that event would do, without emitting it");

  /** The words of a command. */
  static Question of(Invocation call) {
    Optional<String> event = call.value(EMIT);
    if (event.isPresent()) {
      return ofEvent(event.get(), variables(call, 0));
    }
    List<String> words = call.arguments().words();
    if (words.isEmpty()) {
      return new Question(Optional.empty(), "", Optional.empty(), Environment.EMPTY);
    }
    boolean namesInstance = words.size() > 1 && words.get(1).indexOf('=') < 0;
    if (namesInstance && words.size() > 2) {
      throw new Misuse("one argument too many: " + words.get(2));
    } else if (words.get(0).isEmpty()) {
      throw new Misuse("a job's name is not empty");
    }
    return new Question(
        Optional.empty(),
        words.get(0),
        namesInstance ? Optional.of(words.get(1)) : Optional.empty(),
        namesInstance ? Environment.EMPTY : variables(call, 1));
  }

  private static Question ofEvent(String name, Environment variables) {
    if (name.isEmpty()) {
      throw new Misuse("an event's name is not empty");
    }
    return new Question(
        Optional.of(new Event(name, variables)), "", Optional.empty(), Environment.EMPTY);
  }

  private static Environment variables(Invocation call, int place) {
    List<String> entries = call.arguments().wordsFrom(place);
    for (String entry : entries) {
      if (entry.indexOf('=') < 0) {
        throw new Misuse("a variable is KEY=VALUE, not " + entry);
      }
    }
    return Environment.parse(entries);
  }

  /** Whether it is about everything that is in trouble. */
  boolean isAboutAll() {
    return event.isEmpty() && job.isEmpty();
  }
}
