package org.upstart4j.cli.prove.trace;

import java.math.BigInteger;
import java.util.Set;
import java.util.regex.Pattern;

/** What differs between the two machines whatever a job says, and so is not compared. */
public enum KnownDifference {
  /** See the reason. */
  JVM_SIGNALS(
      "the C library has what a JVM starts ignore signals 32 and 33, which it keeps for its threads"),
  /** See the reason. */
  SYSTEMD_VARIABLES(
      "systemd tells its processes which run they belong to and where its logs and sockets are"),
  /** See the reason. */
  PROCESS_OF_ANOTHER("systemd tells the processes around the main one its pid and how it ended"),
  /** See the reason. */
  EVENT_NAMES("Upstart names the events that started or stopped a job; no unit knows them"),
  /** See the reason. */
  EVENT_VARIABLES(
      "events bring variables of their own; no unit gets them, and a job that reads them is told so"),
  /** See the reason. */
  MARK("the engine marks processes that it follows with a limit that Linux does not apply"),
  /** See the reason. */
  LOG("output that is logged goes to a file in Upstart and to the journal in systemd");

  private final String reason;

  KnownDifference(String reason) {
    this.reason = reason;
  }

  private ProcessRecord leaveOut(ProcessRecord record) {
    return switch (this) {
      case JVM_SIGNALS -> record.with(Traits.IGNORED, KnownDifference::withoutThreadSignals);
      case SYSTEMD_VARIABLES ->
          record.keeping((name, value) -> !Names.SYSTEMD.matcher(name).matches());
      case PROCESS_OF_ANOTHER -> record.keeping((name, value) -> !Names.ABOUT_MAIN.contains(name));
      case EVENT_NAMES -> record.keeping((name, value) -> !Names.EVENTS.contains(name));
      case EVENT_VARIABLES -> record.keeping((name, value) -> !Names.OF_EVENTS.contains(name));
      case MARK -> record.with(Traits.RESIDENT_SET, KnownDifference::withoutMark);
      case LOG ->
          record
              .with(Traits.OUTPUT, KnownDifference::logged)
              .with(Traits.ERRORS, KnownDifference::logged);
    };
  }

  /** {@return why it is there and does not count} */
  public String reason() {
    return reason;
  }

  /** What is left to compare of a record. */
  static ProcessRecord comparable(ProcessRecord record) {
    ProcessRecord left = record;
    for (KnownDifference known : values()) {
      left = known.leaveOut(left);
    }
    return left;
  }

  private static String withoutThreadSignals(String mask) {
    BigInteger signals = new BigInteger(mask, 16);
    return signals.clearBit(31).clearBit(32).toString(16);
  }

  private static String withoutMark(String limit) {
    return limit.matches("\\d{17,} \\d{17,}") ? "unlimited unlimited" : limit;
  }

  private static String logged(String target) {
    return target.startsWith("socket:") || target.contains("/log/") ? "a log" : target;
  }

  /** Names of variables. */
  private static final class Names {

    static final Pattern SYSTEMD =
        Pattern.compile(
            "INVOCATION_ID|JOURNAL_STREAM|SYSTEMD_EXEC_PID|NOTIFY_SOCKET|MANAGERPID|MONITOR_.*"
                + "|MEMORY_PRESSURE_.*");
    static final Set<String> ABOUT_MAIN =
        Set.of("MAINPID", "SERVICE_RESULT", "EXIT_CODE", "EXIT_STATUS");
    static final Set<String> OF_EVENTS =
        Set.of(
            "RUNLEVEL",
            "PREVLEVEL",
            "IFACE",
            "JOB",
            "INSTANCE",
            "RESULT",
            "PROCESS",
            "EXIT_SIGNAL");
    static final Set<String> EVENTS = Set.of("UPSTART_EVENTS", "UPSTART_STOP_EVENTS");
  }
}
