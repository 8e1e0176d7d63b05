package org.upstart4j.analysis.reason;

import java.util.List;

/**
 * One reason why a job stands where it stands. Each kind has a word that does not change, for
 * programs, and says what it is in a sentence or two, for people.
 *
 * <p>{@link Absent} reasons tell why there is no such job, {@link Idle} ones why it does not start
 * by itself, {@link UnderWay} ones what it waits for, {@link Stopped} ones why it stopped, and
 * {@link Up} ones what there is to say about a job that runs. {@link NotKnown} says what could not
 * be looked at.
 */
public sealed interface Reason permits Absent, Idle, UnderWay, Stopped, Up, NotKnown {

  /** {@return the kind, as a word that stays the same, for example {@code file-rejected}} */
  String word();

  /** {@return what it is, in one to three sentences of English} */
  String text();

  /**
   * {@return what shows it: lines of files and logs, events, processes; what matters most first}
   */
  default List<Evidence> evidence() {
    return List.of();
  }

  /** {@return why this is so in turn; empty where the chain ends} */
  default List<Reason> because() {
    return List.of();
  }
}
