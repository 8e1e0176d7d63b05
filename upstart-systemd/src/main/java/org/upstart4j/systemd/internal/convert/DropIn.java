package org.upstart4j.systemd.internal.convert;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an override file changes, as a drop-in beside the unit of the conf file alone. Not every
 * change can be one: relations to other units only add up, and some settings cannot be taken back.
 */
final class DropIn {

  private static final Set<String> LISTS =
      Set.of(
          "Environment",
          "PassEnvironment",
          "UnsetEnvironment",
          "ExecSearchPath",
          "ExecCondition",
          "ExecStartPre",
          "ExecStart",
          "ExecStartPost",
          "ExecReload",
          "ExecStop",
          "ExecStopPost",
          "SuccessExitStatus",
          "RestartPreventExitStatus");

  private static final Set<String> TAKEN_BACK =
      Set.of(
          "User",
          "Group",
          "WorkingDirectory",
          "RootDirectory",
          "UMask",
          "Nice",
          "OOMScoreAdjust",
          "PIDFile");

  private static final Set<String> ADD_UP =
      Set.of(
          "After",
          "Before",
          "Wants",
          "Requires",
          "BindsTo",
          "PartOf",
          "Conflicts",
          "OnFailure",
          "OnSuccess",
          "StopPropagatedFrom",
          "RequiresMountsFor");

  private final Draft before;
  private final Draft after;
  private final Draft changes;

  private DropIn(Draft before, Draft after) {
    this.before = before;
    this.after = after;
    this.changes = new Draft(after.name());
  }

  /**
   * Says what makes one unit of another.
   *
   * @return the changes; nothing if no drop-in can make them, or there are none
   */
  static Optional<Draft> of(Draft before, Draft after) {
    boolean isSame = before.name().equals(after.name());
    DropIn dropIn = new DropIn(before, after);
    return isSame && dropIn.isPossible() ? Optional.of(dropIn.changes) : Optional.empty();
  }

  private boolean isPossible() {
    if (!before.settings(Draft.INSTALL).equals(after.settings(Draft.INSTALL))) {
      return false;
    }
    Set<String> sections = new LinkedHashSet<>(before.sections());
    sections.addAll(after.sections());
    boolean isPossible = sections.stream().allMatch(this::changes);
    return isPossible && changes.sections().stream().anyMatch(s -> !changes.settings(s).isEmpty());
  }

  private boolean changes(String section) {
    Set<String> keys = new LinkedHashSet<>();
    after.settings(section).forEach(setting -> keys.add(setting.key()));
    before.settings(section).forEach(setting -> keys.add(setting.key()));
    return keys.stream().allMatch(key -> changes(section, key));
  }

  private boolean changes(String section, String key) {
    List<String> old = values(before, section, key);
    List<String> now = values(after, section, key);
    if (old.equals(now)) {
      return true;
    }
    if (ADD_UP.contains(key)) {
      return adds(section, key);
    }
    if (now.isEmpty() && !LISTS.contains(key) && !TAKEN_BACK.contains(key)) {
      return false;
    }
    if (now.isEmpty() || (LISTS.contains(key) && !old.isEmpty())) {
      changes.add(section, key, "");
    }
    now.forEach(value -> changes.add(section, key, value));
    return true;
  }

  private boolean adds(String section, String key) {
    List<String> old = before.names(section, key);
    List<String> now = new ArrayList<>(after.names(section, key));
    if (!now.containsAll(old)) {
      return false;
    }
    now.removeAll(old);
    changes.add(section, key, String.join(" ", now));
    return true;
  }

  private static List<String> values(Draft draft, String section, String key) {
    return draft.settings(section).stream()
        .filter(setting -> setting.key().equals(key))
        .map(Draft.Setting::value)
        .toList();
  }
}
