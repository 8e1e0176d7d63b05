package org.upstart4j.simulation.scenario;

import java.util.ArrayList;
import java.util.List;
import org.upstart4j.Environment;
import org.upstart4j.Event;
import org.upstart4j.simulation.internal.yaml.YamlNode;

/** Texts that are written as for a shell: words with blanks between them, some in quotes. */
final class CommandText {

  static final List<String> PROGRAMS =
      List.of("initctl", "start", "stop", "restart", "reload", "status");

  private CommandText() {}

  /** Reads an event: its name, and its variables. */
  static Event event(YamlNode node, String key) {
    List<String> words = eventWords(node, key);
    return new Event(words.get(0), Environment.parse(words.subList(1, words.size())));
  }

  /** Reads an event as words, which may hold {@code $NAME}. */
  static List<String> eventWords(YamlNode node, String key) {
    List<String> words = words(node, key);
    String name = words.get(0);
    if (name.indexOf('=') >= 0 || name.startsWith("-")) {
      throw ValueReader.fault(
          node, key + " takes an event's name and then its variables, not \"" + name + "\" first");
    }
    for (String variable : words.subList(1, words.size())) {
      if (variable.indexOf('=') <= 0) {
        throw ValueReader.fault(
            node, "a variable of an event is NAME=VALUE, and this is none: \"" + variable + "\"");
      }
    }
    return words;
  }

  /** Reads a command of those that a script may run. */
  static List<String> command(YamlNode node, String key) {
    List<String> words = words(node, key);
    if (!PROGRAMS.contains(words.get(0))) {
      throw ValueReader.fault(
          node, key + " takes " + String.join(", ", PROGRAMS) + ", not \"" + words.get(0) + "\"");
    }
    return words;
  }

  private static List<String> words(YamlNode node, String key) {
    String text = ValueReader.text(node, key);
    if (text.indexOf('\0') >= 0) {
      throw ValueReader.fault(node, key + " takes a text without NUL characters");
    }
    List<String> words = split(node, text);
    if (words.isEmpty() || words.get(0).isEmpty()) {
      throw ValueReader.fault(node, key + " takes a text, and this one has no words");
    }
    return words;
  }

  private static List<String> split(YamlNode node, String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean inWord = false;
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0 ? c == quote : c == '"' || c == '\'') {
        quote = quote == 0 ? c : 0;
        inWord = true;
      } else if (quote == 0 && Character.isWhitespace(c)) {
        if (inWord) {
          words.add(word.toString());
        }
        word.setLength(0);
        inWord = false;
      } else {
        word.append(c);
        inWord = true;
      }
    }
    if (quote != 0) {
      throw ValueReader.fault(node, "a quote is not closed in \"" + text + "\"");
    }
    if (inWord) {
      words.add(word.toString());
    }
    return words;
  }
}
