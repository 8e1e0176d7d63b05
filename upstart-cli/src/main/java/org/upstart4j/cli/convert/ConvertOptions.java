package org.upstart4j.cli.convert;

import java.util.List;
import org.upstart4j.cli.command.Option;
import org.upstart4j.systemd.option.EnvironmentStyle;
import org.upstart4j.systemd.option.KillMode;
import org.upstart4j.systemd.option.Logs;
import org.upstart4j.systemd.option.SystemdVersion;

/** The options of {@code upstart convert}. */
final class ConvertOptions {

  static final Option TO =
      Option.text("to", "SYSTEM", "what to convert to: systemd, and nothing else so far")
          .oneOf(List.of("systemd"));
  static final Option OUT =
      Option.text("out", "DIR", "where to write the files; - prints them (default: nowhere)");
  static final Option FORCE = Option.flag("force", "replace files that are there already");
  static final Option SYSTEMD =
      Option.text(
          "systemd",
          "VERSION",
          "the systemd that runs the units (default: " + SystemdVersion.DEFAULT + ")");
  static final Option FOR =
      Option.FOR.meaning(
          "the platform or version that the jobs are for, whose events are known"
              + " (default: 1.13.2)");
  static final Option LOGS =
      Option.text("logs", "PLACE", "where output goes: journal (the default) or files, as before")
          .oneOf(Choice.words(Logs.class));
  static final Option ENVIRONMENT =
      Option.text(
              "environment",
              "STYLE",
              "strict (the default): Upstart's, to the variable; plain: systemd's own")
          .oneOf(Choice.words(EnvironmentStyle.class));
  static final Option KILL_MODE =
      Option.text(
              "kill-mode",
              "MODE",
              "what is ended: control-group (the default), all processes; process, the main one")
          .oneOf(Choice.words(KillMode.class));
  static final Option HELPERS =
      Option.text(
          "helpers",
          "DIR",
          "where the helper scripts will lie on the machine that runs the units (default:"
              + " upstart-helpers in /usr/local/lib)");
  static final Option OWNED =
      Option.text(
          "owned",
          "UNIT",
          "a unit that others bring to the machine, beside the usual ones; may be repeated");
  static final Option JOB =
      Option.text("job", "NAME", "the name of the job of FILE; with --diff, the job of DIR");
  static final Option DIFF =
      Option.text("diff", "UNIT", "write nothing: compare with a unit that you have");
  static final Option REPORT =
      Option.text("report", "FORMAT", "text, json or html; html is DIR/report.html of --out")
          .oneOf(Choice.words(ReportFormat.class));
  static final Option JSON = Option.JSON.meaning("the same as --report=json");
  static final Option STRICT =
      Option.flag("strict", "exit with 1 if anything is left to do by hand, or lost");
  static final Option PROVE =
      Option.flag("prove", "run the jobs on both, and say what was the same");
  static final Option VERBOSE = Option.VERBOSE.meaning("print what is exact, too");

  static final List<Option> ALL =
      List.of(
          OUT,
          FORCE,
          TO,
          SYSTEMD,
          FOR,
          LOGS,
          ENVIRONMENT,
          KILL_MODE,
          HELPERS,
          OWNED,
          JOB,
          DIFF,
          REPORT,
          JSON,
          STRICT,
          PROVE,
          VERBOSE);

  private ConvertOptions() {}
}
