package org.upstart4j.cli.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the arguments of a program, each of them once: options up to the command, then the
 * command's own. Options may stand anywhere up to {@code --}, and short ones may be joined.
 */
final class ArgumentReader {

  /** How an option finds its argument, if that is not joined to it. */
  enum Syntax {
    /** As Upstart's programs do: in the next word that is no option. */
    INITCTL,
    /** As most programs do: in the next word, whatever it looks like. */
    USUAL
  }

  private final List<String> given;
  private final Map<Option, String> options = new LinkedHashMap<>();
  private final List<Arguments.Occurrence> occurrences = new ArrayList<>();
  private final List<String> words = new ArrayList<>();
  private List<Option> known = List.of();
  private Syntax syntax = Syntax.INITCTL;
  private int place;
  // the last word that an option took as its argument
  private int taken = -1;
  // where the options end
  private int end = Integer.MAX_VALUE;

  ArgumentReader(List<String> given) {
    this.given = given;
  }

  /** Reads options up to the first word, the command; nothing if none comes. */
  Optional<String> command(List<Option> general) {
    known = general;
    while (place < given.size() && !isOver()) {
      int current = place;
      boolean isCommand = isWord(current) && current > taken;
      if (!isCommand && !isWord(current)) {
        option(given.get(current));
      }
      place++;
      if (isCommand) {
        end = Integer.MAX_VALUE;
        return Optional.of(given.get(current));
      }
    }
    return Optional.empty();
  }

  /** Reads all that is left. */
  Arguments rest(List<Option> ofCommand, Syntax ofOptions) {
    known = ofCommand;
    syntax = ofOptions;
    for (Option option : options.keySet()) {
      if (!known.contains(option)) {
        throw new Misuse("invalid option: " + option.spelled());
      }
    }
    for (; place < given.size() && !isOver(); place++) {
      if (!isWord(place)) {
        option(given.get(place));
      } else if (place > taken) {
        words.add(given.get(place));
      }
    }
    return new Arguments(options, occurrences, words);
  }

  boolean has(Option option) {
    return options.containsKey(option);
  }

  /** Help and version are printed at once, whatever else is wrong. */
  private boolean isOver() {
    return has(Option.HELP) || has(Option.VERSION);
  }

  private boolean isWord(int index) {
    String text = given.get(index);
    return !text.startsWith("-") || text.equals("-") || index > end;
  }

  private void option(String text) {
    if (!text.startsWith("--")) {
      letters(text);
    } else if (text.equals("--")) {
      end = place;
    } else {
      name(text.substring(2));
    }
  }

  private void letters(String text) {
    for (int i = 1; i < text.length(); i++) {
      Option option = find(text.charAt(i));
      boolean mayJoin = i == 1 || syntax == Syntax.USUAL;
      if (option.takesArgument() && mayJoin && text.length() > i + 1) {
        put(option, joined(text.substring(i + 1)));
        return;
      }
      take(option, text);
    }
  }

  private String joined(String text) {
    return syntax == Syntax.USUAL && text.startsWith("=") ? text.substring(1) : text;
  }

  private Option find(char letter) {
    for (Option option : known) {
      if (option.isCalled(letter)) {
        return option;
      }
    }
    throw new Misuse("invalid option: -" + letter);
  }

  private void name(String text) {
    int equals = text.indexOf('=');
    Option option = find(equals < 0 ? text : text.substring(0, equals), text);
    if (equals < 0) {
      take(option, "--" + text);
    } else if (option.takesArgument()) {
      put(option, text.substring(equals + 1));
    } else {
      throw new Misuse("unexpected argument: --" + text);
    }
  }

  private Option find(String name, String text) {
    List<String> names = new ArrayList<>();
    for (Option option : known) {
      if (option.name().equals(name)) {
        return option;
      }
      names.add(option.spelled());
    }
    throw Misuse.near("invalid option: --" + text, "--" + name, names);
  }

  private void take(Option option, String text) {
    if (!option.takesArgument()) {
      put(option, "");
      return;
    }
    @Nullable String argument = syntax == Syntax.USUAL ? next() : nextWord();
    if (argument == null) {
      throw new Misuse("missing argument: " + text);
    }
    put(option, argument);
  }

  /** Of options that exclude each other, the last one counts, so their order is kept. */
  private void put(Option option, String value) {
    options.remove(option);
    options.put(option, value);
    occurrences.add(new Arguments.Occurrence(option, value));
  }

  private @Nullable String next() {
    if (place + 1 == given.size()) {
      return null;
    }
    place++;
    return given.get(place);
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
