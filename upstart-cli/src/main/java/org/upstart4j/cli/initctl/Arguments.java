package org.upstart4j.cli.initctl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was given to a command. Read as Upstart's programs read it: options may stand anywhere up to
 * {@code --}, short ones may be joined, and an argument that isn't joined to its option is the next
 * word that is no option.
 *
 * @param options the options, with their arguments; empty texts for those without
 * @param words all else
 */
record Arguments(Map<Option, String> options, List<String> words) {

  /** Reads all arguments. */
  static Arguments parse(List<Option> known, List<String> given) {
    return new Reading(known, given, false).read();
  }

  /** Reads options up to the first word; what follows are words. */
  static Arguments parseUpToWord(List<Option> known, List<String> given) {
    return new Reading(known, given, true).read();
  }

  /** The one of these options that was given last, or nothing. */
  Optional<Option> last(List<Option> some) {
    return options.keySet().stream().filter(some::contains).reduce((earlier, later) -> later);
  }

  boolean has(Option option) {
    return options.containsKey(option);
  }

  Optional<String> value(Option option) {
    return Optional.ofNullable(options.get(option));
  }

  /** The word at a place, or nothing. */
  Optional<String> word(int place) {
    return place < words.size() ? Optional.of(words.get(place)) : Optional.empty();
  }

  /** These options, and others, whose values count where both have one. */
  Arguments with(Arguments others) {
    Map<Option, String> all = new LinkedHashMap<>(options);
    all.keySet().removeAll(others.options.keySet());
    all.putAll(others.options);
    return new Arguments(all, others.words);
  }

  /** Reads one command line. */
  private static final class Reading {

    private final List<Option> known;
    private final List<String> given;
    private final boolean stopsAtWord;
    private final Map<Option, String> options = new LinkedHashMap<>();
    private final List<String> words = new ArrayList<>();
    private int place;
    // the last word that an option took as its argument
    private int taken = -1;
    private int end = Integer.MAX_VALUE;

    Reading(List<Option> known, List<String> given, boolean stopsAtWord) {
      this.known = known;
      this.given = given;
      this.stopsAtWord = stopsAtWord;
    }

    Arguments read() {
      for (place = 0; place < given.size() && !isOver(); place++) {
        read(given.get(place));
      }
      return new Arguments(options, words);
    }

    /** Help and version are printed at once, whatever else is wrong. */
    private boolean isOver() {
      return options.containsKey(Option.HELP) || options.containsKey(Option.VERSION);
    }

    private void read(String text) {
      if (isWord(place)) {
        word(text);
      } else if (!text.startsWith("--")) {
        letters(text);
      } else if (text.equals("--")) {
        end = place;
      } else {
        name(text.substring(2));
      }
    }

    private boolean isWord(int index) {
      String text = given.get(index);
      return !text.startsWith("-") || text.equals("-") || index > end;
    }

    private void word(String text) {
      if (place <= taken) {
        return;
      }
      words.add(text);
      if (stopsAtWord) {
        end = place;
      }
    }

    private void letters(String text) {
      for (int i = 1; i < text.length(); i++) {
        char letter = text.charAt(i);
        Option option =
            known.stream()
                .filter(candidate -> candidate.isCalled(letter))
                .findFirst()
                .orElseThrow(() -> new Misuse("invalid option: -" + letter));
        if (option.takesArgument() && i == 1 && text.length() > 2) {
          put(option, text.substring(2));
          return;
        }
        take(option, text);
      }
    }

    private void name(String text) {
      int equals = text.indexOf('=');
      String name = equals < 0 ? text : text.substring(0, equals);
      Option option =
          known.stream()
              .filter(candidate -> candidate.name().equals(name))
              .findFirst()
              .orElseThrow(() -> new Misuse("invalid option: --" + text));
      if (equals < 0) {
        take(option, "--" + text);
      } else if (option.takesArgument()) {
        put(option, text.substring(equals + 1));
      } else {
        throw new Misuse("unexpected argument: --" + text);
      }
    }

    private void take(Option option, String text) {
      if (!option.takesArgument()) {
        put(option, "");
        return;
      }
      @Nullable String argument = nextWord();
      if (argument == null) {
        throw new Misuse("missing argument: " + text);
      }
      put(option, argument);
    }

    /** Of options that exclude each other, the last one counts, so their order is kept. */
    private void put(Option option, String value) {
      options.remove(option);
      options.put(option, value);
    }

    private @Nullable String nextWord() {
      for (taken = Math.max(taken, place) + 1; taken < given.size(); taken++) {
        String text = given.get(taken);
        if (!text.startsWith("-") || taken > end) {
          return text;
        } else if (text.equals("--")) {
          end = taken;
        }
      }
      return null;
    }
  }
}
