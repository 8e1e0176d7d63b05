package org.upstart4j.initctl;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.upstart4j.initctl.internal.CommandWords;

/**
 * A program to run, with its arguments and variables. Immutable.
 *
 * @param words the program and its arguments, each of which reaches it unchanged
 * @param variables environment variables that it gets in addition to those that are there
 * @param unset environment variables that it does not get
 * @param outputLimit how many bytes it may print, to its output and to its errors each
 */
public record Command(
    List<String> words, Map<String, String> variables, Set<String> unset, int outputLimit) {

  /** How much a program may print by default: 16 MiB. */
  public static final int DEFAULT_OUTPUT_LIMIT = 16 << 20;

  /**
   * Makes a command.
   *
   * @param words the program and its arguments
   * @param variables environment variables that it gets
   * @param unset environment variables that it does not get
   * @param outputLimit how many bytes it may print
   * @throws IllegalArgumentException if there is no program, a word or variable holds a NUL
   *     character, or a variable's name is empty or holds a {@code =}
   */
  public Command {
    words = List.copyOf(words);
    // in the order in which they were given
    variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    unset = Collections.unmodifiableSet(new TreeSet<>(unset));
    if (words.isEmpty() || words.get(0).isEmpty()) {
      throw new IllegalArgumentException("A command must begin with a program");
    }
    words.forEach(word -> CommandWords.requireNoNul(word, "A word of a command"));
    variables.forEach(
        (name, value) -> {
          CommandWords.requireVariableName(name);
          CommandWords.requireNoNul(value, "A variable");
        });
    unset.forEach(CommandWords::requireVariableName);
  }

  /**
   * {@return a command that changes no variables}
   *
   * @param words the program and its arguments
   */
  public static Command of(String... words) {
    return of(List.of(words));
  }

  /**
   * {@return a command that changes no variables}
   *
   * @param words the program and its arguments
   */
  public static Command of(List<String> words) {
    return new Command(words, Map.of(), Set.of(), DEFAULT_OUTPUT_LIMIT);
  }

  /**
   * {@return a copy with another program and arguments}
   *
   * @param others the program and its arguments
   */
  public Command withWords(List<String> others) {
    return new Command(others, variables, unset, outputLimit);
  }

  /**
   * {@return an equivalent command that changes no variables, this one if it changes none} It sets
   * them through another program, {@code env -u A B=C program arguments}, for those who cannot set
   * variables where the program runs.
   */
  public Command asWords() {
    if (variables.isEmpty() && unset.isEmpty()) {
      return this;
    }
    if (words.get(0).indexOf('=') >= 0 || words.get(0).startsWith("-")) {
      throw new IllegalArgumentException(
          "A program that env runs must not hold = or begin with -: \"" + words.get(0) + '"');
    }
    List<String> all = new ArrayList<>();
    all.add("env");
    unset.forEach(name -> all.addAll(List.of("-u", name)));
    variables.forEach((name, value) -> all.add(name + "=" + value));
    all.addAll(words);
    return new Command(all, Map.of(), Set.of(), outputLimit);
  }

  /**
   * {@return the words, with blanks between them} For logs and errors: it leaves out what may be
   * secret, which is the variables, and in each word what follows a {@code =}.
   */
  @Override
  public String toString() {
    return CommandWords.withoutValues(words);
  }
}
