package org.upstart4j.cli.convert;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.upstart4j.cli.convert.UnitSettings.Setting;
import org.upstart4j.systemd.unit.UnitSyntaxException;
import org.upstart4j.systemd.unit.UnitWords;

/** Values that are written in several ways and mean the same. */
final class UnitValues {

  /** Settings that are lists in which neither order nor lines matter. */
  private static final Set<String> LISTS =
      Set.of(
          "After",
          "Before",
          "Wants",
          "Requires",
          "Requisite",
          "BindsTo",
          "PartOf",
          "Upholds",
          "Conflicts",
          "OnFailure",
          "OnSuccess",
          "StopPropagatedFrom",
          "PropagatesStopTo",
          "RequiresMountsFor",
          "WantedBy",
          "RequiredBy",
          "Also",
          "Alias",
          "PassEnvironment",
          "UnsetEnvironment",
          "Environment",
          "SuccessExitStatus",
          "RestartPreventExitStatus",
          "RestartForceExitStatus");

  private static final String SECONDS = "(\\d+) ?(s|sec|second|seconds)";

  private UnitValues() {}

  /** Whether a setting is the same with these values and with those. */
  static boolean areSame(Setting setting, List<String> some, List<String> others) {
    return some.equals(others) || plain(setting, some).equals(plain(setting, others));
  }

  private static List<String> plain(Setting setting, List<String> values) {
    if (LISTS.contains(setting.key())) {
      return List.copyOf(words(values));
    }
    boolean isTime = setting.key().endsWith("Sec");
    return values.stream().map(value -> isTime ? time(value) : truth(value)).toList();
  }

  private static Set<String> words(List<String> values) {
    Set<String> words = new TreeSet<>();
    for (String value : values) {
      try {
        words.addAll(UnitWords.read(value));
      } catch (UnitSyntaxException wrong) {
        words.add(value);
      }
    }
    return words;
  }

  private static String time(String value) {
    return value.replaceFirst("^" + SECONDS + "$", "$1");
  }

  private static String truth(String value) {
    return switch (value) {
      case "true", "on" -> "yes";
      case "false", "off" -> "no";
      default -> value;
    };
  }
}
