package org.upstart4j.cli.check;

import java.util.Arrays;
import java.util.List;
import org.upstart4j.analysis.finding.Severity;
import org.upstart4j.cli.command.Option;

/** The options of {@code upstart check}. */
final class CheckOptions {

  static final Option FOR =
      Option.FOR.meaning(
          "the platform or version that the files are for; may be repeated (default: 1.13.2)");
  static final Option DIALECT =
      Option.DIALECT.meaning("instead of --for: the newest version of upstart or of chromeos");
  static final Option RULE =
      Option.text("rule", "RULE=SEVERITY", "off, info, warning or error; may be repeated");
  static final Option SYNTAX_ONLY =
      Option.flag("syntax-only", "find only what Upstart rejects a file for");
  static final Option NO_SHELL =
      Option.flag("no-shell", "have no shell of this system read the scripts");
  static final Option NO_IGNORES =
      Option.flag("no-ignores", "disregard comments that turn rules off");
  static final Option INIT_D =
      Option.text("init-d", "DIR", "the scripts of SysV init that the jobs stand beside");
  static final Option PLATFORM_FILE =
      Option.text("platform-file", "FILE", "a platform of your own; may be repeated");
  static final Option FAIL_ON =
      Option.text("fail-on", "SEVERITY", "exit with 1 on findings so bad or worse (warning)")
          .oneOf(severities());
  static final Option FIX = Option.flag("fix", "change the files: make all safe fixes");
  static final Option UNSAFE_FIXES =
      Option.flag("unsafe-fixes", "with --fix: make those fixes, too, that need a look");
  static final Option DIFF = Option.flag("diff", "with --fix: print a unified diff instead");
  static final Option FORMAT =
      Option.text("format", "FORMAT", "text, json, sarif, junit or github").oneOf(Format.words());
  static final Option JSON = Option.JSON.meaning("the same as --format=json");
  static final Option BASELINE =
      Option.text("baseline", "FILE", "leave out the findings that this file lists");
  static final Option WRITE_BASELINE =
      Option.flag("write-baseline", "write all findings to the file of --baseline");
  static final Option STDIN_NAME =
      Option.text("stdin-name", "NAME", "what the standard input is called");
  static final Option CONFIG =
      Option.text("config", "FILE", "the settings; else the nearest .upstart-check upwards");
  static final Option NO_CONFIG = Option.flag("no-config", "read no settings from a file");
  static final Option COLOUR =
      Option.text("color", "WHEN", "colours: always, auto or never")
          .oneOf(List.of("always", "auto", "never"));
  static final Option QUIET =
      Option.QUIET.meaning("print findings only: no summary and no progress");
  static final Option VERBOSE =
      Option.VERBOSE.meaning("say which settings and which shells are used");
  static final Option EXPLAIN =
      Option.flag("explain", "explain rules instead; without a name list them");

  /** What only hosts of an inventory need. */
  static final List<Option> OF_HOSTS =
      List.of(
          Option.TRANSPORT.meaning("with --inventory: auto, private, system-bus or initctl"),
          Option.TIMEOUT.meaning("with --inventory: give a host up after this time"));

  static final List<Option> ALL =
      List.of(
          FOR,
          DIALECT,
          RULE,
          SYNTAX_ONLY,
          NO_SHELL,
          NO_IGNORES,
          INIT_D,
          PLATFORM_FILE,
          FAIL_ON,
          FIX,
          UNSAFE_FIXES,
          DIFF,
          FORMAT,
          JSON,
          BASELINE,
          WRITE_BASELINE,
          STDIN_NAME,
          CONFIG,
          NO_CONFIG,
          COLOUR,
          QUIET,
          VERBOSE,
          EXPLAIN);

  private CheckOptions() {}

  private static List<String> severities() {
    return Arrays.stream(Severity.values())
        .filter(severity -> severity != Severity.OFF)
        .map(Severity::text)
        .toList();
  }
}
