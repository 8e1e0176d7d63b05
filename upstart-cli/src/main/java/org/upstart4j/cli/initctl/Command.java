package org.upstart4j.cli.initctl;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A command of initctl.
 *
 * @param name its name
 * @param group what it is about: Job, Event, Environment, or nothing of these
 * @param usage its words, or null if it has none
 * @param synopsis what it does, in a line
 * @param help more about it, or null
 * @param options its own options
 * @param action what it does
 */
public record Command(
    String name,
    Group group,
    @Nullable String usage,
    String synopsis,
    @Nullable String help,
    List<Option> options,
    Action action) {

  /** What the list of commands is sorted by. */
  enum Group {
    JOB("Job"),
    EVENT("Event"),
    ENVIRONMENT("Environment"),
    OTHER("Other");

    private final String title;

    Group(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }
  }

  /** What a command does. */
  interface Action {

    /** Does it; returns the exit status. */
    int run(Call call);
  }
}
