package org.upstart4j.cli.convert;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.upstart4j.cli.convert.UnitSettings.Setting;
import org.upstart4j.systemd.finding.ConversionFinding;

/**
 * A setting that differs between the unit that somebody has and the one that a job becomes.
 *
 * @param setting which
 * @param theirs what it is there; nothing if it is not set
 * @param ours what the conversion makes of it; nothing if it does not set it
 * @param reasons what the conversion says about it
 */
record UnitDifference(
    Setting setting, List<String> theirs, List<String> ours, List<ConversionFinding> reasons) {

  /** All differences: first what the conversion sets, then what only they set. */
  static List<UnitDifference> between(
      UnitSettings theirs, UnitSettings ours, Collection<ConversionFinding> findings) {
    Set<Setting> settings = new LinkedHashSet<>(ours.values().keySet());
    settings.addAll(theirs.values().keySet());
    List<UnitDifference> differences = new ArrayList<>();
    for (Setting setting : settings) {
      if (!UnitValues.areSame(setting, theirs.values(setting), ours.values(setting))) {
        differences.add(
            new UnitDifference(
                setting,
                theirs.values(setting),
                ours.values(setting),
                reasons(setting, theirs.values(setting), ours.values(setting), findings)));
      }
    }
    return differences;
  }

  /** Those that name a value which only we have, or else all that name the setting. */
  private static List<ConversionFinding> reasons(
      Setting setting,
      List<String> theirs,
      List<String> ours,
      Collection<ConversionFinding> findings) {
    List<ConversionFinding> about = findings.stream().filter(one -> names(one, setting)).toList();
    List<ConversionFinding> exactly =
        about.stream()
            .filter(
                one ->
                    ours.stream()
                        .filter(value -> !theirs.contains(value))
                        .anyMatch(value -> says(one, setting.key() + "=" + value)))
            .toList();
    return exactly.isEmpty() ? about : exactly;
  }

  private static boolean names(ConversionFinding finding, Setting setting) {
    Pattern key = Pattern.compile("(^|, )" + Pattern.quote(setting.key()) + "=");
    return finding.directive().filter(says -> key.matcher(says).find()).isPresent();
  }

  private static boolean says(ConversionFinding finding, String assignment) {
    return finding.directive().filter(says -> says.contains(assignment)).isPresent();
  }
}
