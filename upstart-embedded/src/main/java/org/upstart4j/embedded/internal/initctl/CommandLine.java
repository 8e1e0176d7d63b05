package org.upstart4j.embedded.internal.initctl;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Environment;
import org.upstart4j.Wait;

/**
 * A command of initctl's, read as initctl reads it: options may stand anywhere before a {@code --}.
 */
final class CommandLine {

  private static final Map<Character, String> LETTERS =
      Map.of('n', "no-wait", 'q', "quiet", 'v', "verbose", 'g', "global", 'r', "retain");
  private static final Set<String> OPTIONS =
      Set.of("no-wait", "quiet", "verbose", "global", "retain", "system", "session", "user");

  private final String program;
  private final String command;
  private final List<String> words = new ArrayList<>();
  private final Set<String> options = new HashSet<>();

  CommandLine(String program, List<String> arguments) throws Refused {
    this.program = program;
    boolean more = true;
    for (String argument : arguments) {
      if (!more || !argument.startsWith("-") || argument.equals("-")) {
        words.add(argument);
      } else if (argument.equals("--")) {
        more = false;
      } else if (argument.startsWith("--")) {
        option(argument.substring(2), argument);
      } else {
        argument.substring(1).chars().forEach(letter -> options.add(named((char) letter)));
      }
    }
    requireKnown();
    if (!program.equals("initctl")) {
      this.command = program;
    } else if (words.isEmpty()) {
      throw misuse("missing command");
    } else {
      this.command = words.remove(0);
    }
  }

  private void option(String name, String argument) throws Refused {
    // there is only one Upstart that it can be
    if (!name.startsWith("dest=")) {
      if (!OPTIONS.contains(name)) {
        throw misuse("invalid option: " + argument);
      }
      options.add(name);
    }
  }

  private static String named(char letter) {
    return LETTERS.getOrDefault(letter, "-" + letter);
  }

  private void requireKnown() throws Refused {
    for (String option : options) {
      if (option.startsWith("-")) {
        throw misuse("invalid option: " + option);
      }
    }
  }

  String command() {
    return command;
  }

  boolean has(String option) {
    return options.contains(option);
  }

  Wait patience() {
    return has("no-wait") ? Wait.NO_WAIT : Wait.FOREVER;
  }

  List<String> words() {
    return words;
  }

  /** The word at a place, or null. */
  @Nullable String word(int place) {
    return place < words.size() ? words.get(place) : null;
  }

  String needed(int place, String what) throws Refused {
    String word = word(place);
    if (word == null) {
      throw misuse("missing " + what);
    }
    return word;
  }

  /** The words from a place on, as variables. */
  Environment environment(int place) throws Refused {
    List<String> variables = words.subList(Math.min(place, words.size()), words.size());
    if (variables.stream().anyMatch(word -> word.indexOf('=') < 0)) {
      throw new Refused("Env must be KEY=VALUE pairs");
    }
    return Environment.parse(variables);
  }

  Refused misuse(String text) {
    return new Refused(text + "\nTry `" + program + " --help' for more information.");
  }

  /** What initctl complains of. */
  static final class Refused extends Exception {

    private static final long serialVersionUID = 1L;

    Refused(String text) {
      super(text);
    }

    String text() {
      return String.valueOf(getMessage());
    }
  }
}
