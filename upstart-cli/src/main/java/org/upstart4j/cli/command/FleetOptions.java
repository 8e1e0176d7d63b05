package org.upstart4j.cli.command;

import java.util.List;

/** The options of single commands that only say something about many hosts. */
public final class FleetOptions {

  public static final Option UNCHECKED =
      Option.flag("unchecked", "change hosts, too, whose job file does not pass the check");

  public static final Option ROLLING =
      Option.text("rolling", "N|P%", "a batch of so many hosts after the other");
  public static final Option PAUSE =
      Option.text("pause", "TIME", "wait so long after each batch (default: not at all)");
  public static final Option MAX_FAILURES =
      Option.text("max-failures", "N|P%", "end when so many hosts have failed (default: 1)");
  public static final Option CANARY =
      Option.text("canary", "N", "begin with so many hosts, and end if one of them fails");
  public static final Option RESUME =
      Option.text("resume", "FILE", "keep what was done in this file, and go on from there");

  /** Those of a rolling restart. */
  public static final List<Option> OF_RESTART =
      List.of(ROLLING, PAUSE, MAX_FAILURES, CANARY, RESUME, UNCHECKED);

  private FleetOptions() {}

  /** Refuses options about many hosts where none are named. */
  static void refuse(Arguments arguments) {
    for (Option option : arguments.options().keySet()) {
      if (option.isOfFleet() || OF_RESTART.contains(option)) {
        throw new Misuse(option.spelled() + " goes with --inventory FILE");
      }
    }
  }
}
