package org.upstart4j.cli.prove.trace;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;

/**
 * Who a process was when it began.
 *
 * @param arguments its program and arguments
 * @param environment its variables, sorted
 * @param traits all else by name: {@code nice}, {@code umask}, {@code limit open files}...
 */
public record ProcessRecord(
    List<String> arguments,
    SortedMap<String, String> environment,
    SortedMap<String, String> traits) {

  /**
   * Makes a record.
   *
   * @param arguments its program and arguments
   * @param environment its variables
   * @param traits all else by name
   */
  public ProcessRecord {
    arguments = List.copyOf(arguments);
    environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
    traits = Collections.unmodifiableSortedMap(new TreeMap<>(traits));
  }

  /** The record with only some of its variables. */
  ProcessRecord keeping(BiPredicate<String, String> variables) {
    SortedMap<String, String> kept = new TreeMap<>(environment);
    kept.entrySet().removeIf(variable -> !variables.test(variable.getKey(), variable.getValue()));
    return new ProcessRecord(arguments, kept, traits);
  }

  /** The record with another value of a trait, if it has that trait. */
  ProcessRecord with(String trait, UnaryOperator<String> value) {
    Map<String, String> changed = new TreeMap<>(traits);
    changed.computeIfPresent(trait, (name, old) -> value.apply(old));
    return new ProcessRecord(arguments, environment, new TreeMap<>(changed));
  }
}
