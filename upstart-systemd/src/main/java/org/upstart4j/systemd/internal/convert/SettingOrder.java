package org.upstart4j.systemd.internal.convert;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The order in which people write the settings of a section. */
final class SettingOrder {

  private static final List<String> KEYS =
      List.of(
          "Description",
          "DefaultDependencies",
          "Requires",
          "Wants",
          "BindsTo",
          "PartOf",
          "StopPropagatedFrom",
          "Conflicts",
          "After",
          "Before",
          "RequiresMountsFor",
          "OnSuccess",
          "OnFailure",
          "StartLimitIntervalSec",
          "StartLimitInterval",
          "StartLimitBurst",
          "Type",
          "RemainAfterExit",
          "PIDFile",
          "User",
          "Group",
          "RootDirectory",
          "WorkingDirectory",
          "ExecSearchPath",
          "ExecCondition",
          "ExecStartPre",
          "ExecStart",
          "ExecStartPost",
          "ExecReload",
          "ExecStop",
          "ExecStopPost",
          "Restart",
          "RestartSec",
          "SuccessExitStatus",
          "RestartPreventExitStatus",
          "KillMode",
          "KillSignal",
          "TimeoutStartSec",
          "TimeoutStopSec",
          "Environment",
          "PassEnvironment",
          "UnsetEnvironment");

  private SettingOrder() {}

  /** The settings in that order; those of one key stay in theirs, and unknown ones come last. */
  static List<Draft.Setting> of(List<Draft.Setting> settings) {
    List<Draft.Setting> sorted = new ArrayList<>(settings);
    sorted.sort(Comparator.comparingInt(SettingOrder::place));
    return sorted;
  }

  private static int place(Draft.Setting setting) {
    int place = KEYS.indexOf(setting.key());
    return place < 0 ? KEYS.size() : place;
  }
}
