package org.upstart4j.analysis.platform;

import java.util.List;
import java.util.Optional;

/**
 * A job that a platform's own packages bring.
 *
 * @param name its name, for example {@code network-interface}
 * @param isTask whether it is a task: it ends by itself, and whoever starts it waits for that
 * @param times how often it starts
 * @param instanceVariable the variable of its {@code instance} stanza, for example {@code
 *     INTERFACE}; nothing if there is one instance only
 * @param exports the variables that it puts into its own events ({@code started} and the others)
 * @param source where this is from: a package and its file
 */
public record ProvidedJob(
    String name,
    boolean isTask,
    Times times,
    Optional<String> instanceVariable,
    List<String> exports,
    String source) {

  /**
   * Makes one.
   *
   * @param name its name
   * @param isTask whether it is a task
   * @param times how often it starts
   * @param instanceVariable the variable of its {@code instance} stanza, or nothing
   * @param exports the variables that it puts into its own events
   * @param source where this is from
   */
  public ProvidedJob {
    exports = List.copyOf(exports);
  }
}
