package org.upstart4j.simulation.scenario;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.upstart4j.ProcessType;
import org.upstart4j.Signal;
import org.upstart4j.simulation.internal.yaml.YamlNode;
import org.upstart4j.simulation.internal.yaml.YamlPlace;

/** Reads the values of a scenario's keys. */
final class ValueReader {

  private static final Pattern TIME = Pattern.compile("(\\d{1,9})(ms|s|m|h)");
  private static final Duration LONGEST = Duration.ofDays(100);

  private ValueReader() {}

  static ScenarioSyntaxException fault(YamlPlace place, String reason) {
    return new ScenarioSyntaxException(place.line(), place.column(), reason);
  }

  static ScenarioSyntaxException fault(YamlNode node, String reason) {
    return fault(node.place(), reason);
  }

  static String text(YamlNode node, String key) {
    if (node instanceof YamlNode.Text text && !text.isNothing()) {
      return text.text();
    }
    throw fault(node, key + " takes a text, and this is " + node.kind());
  }

  static List<YamlNode> items(YamlNode node, String key) {
    if (node instanceof YamlNode.Items list) {
      return list.items();
    }
    throw fault(node, key + " takes a list, and this is " + node.kind());
  }

  static boolean flag(YamlNode node, String key) {
    String text = text(node, key);
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw fault(node, key + " takes true or false, not \"" + text + "\"");
    };
  }

  static int number(YamlNode node, String key, int most) {
    String text = text(node, key);
    int number = text.matches("\\d{1,4}") ? Integer.parseInt(text) : -1;
    if (number < 0 || number > most) {
      throw fault(node, key + " takes a number from 0 to " + most + ", not \"" + text + "\"");
    }
    return number;
  }

  static Duration time(YamlNode node, String key) {
    String text = text(node, key);
    Matcher time = TIME.matcher(text);
    if (!time.matches()) {
      throw fault(node, key + " takes a time such as 500ms, 3s or 2m, not \"" + text + "\"");
    }
    Duration read = time(Long.parseLong(time.group(1)), time.group(2));
    if (read.compareTo(LONGEST) > 0) {
      throw fault(node, key + " takes at most 100 days, not \"" + text + "\"");
    }
    return read;
  }

  private static Duration time(long number, String unit) {
    return switch (unit) {
      case "ms" -> Duration.ofMillis(number);
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      default -> Duration.ofHours(number);
    };
  }

  static Signal signal(YamlNode node, String key) {
    String text = text(node, key);
    Signal signal =
        Signal.find(text.startsWith("SIG") ? text.substring(3) : text)
            .orElseThrow(
                () -> fault(node, key + " takes a signal such as TERM, not \"" + text + "\""));
    if (signal.number() == 0) {
      throw fault(node, key + " takes a signal that kills, not \"" + text + "\"");
    }
    return signal;
  }

  static ProcessType process(YamlNode node, String key) {
    String text = text(node, key);
    for (ProcessType type : ProcessType.values()) {
      if (type.text().equals(text)) {
        return type;
      }
    }
    throw fault(
        node,
        key
            + " takes main, pre-start, post-start, pre-stop, post-stop or security, not \""
            + text
            + "\"");
  }
}
