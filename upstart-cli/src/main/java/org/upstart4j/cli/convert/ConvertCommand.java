package org.upstart4j.cli.convert;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.upstart4j.cli.command.CommandForm;
import org.upstart4j.cli.command.Inputs;
import org.upstart4j.cli.command.Invocation;
import org.upstart4j.cli.command.Misuse;
import org.upstart4j.cli.command.Option;
import org.upstart4j.cli.command.Parameter;

/** {@code upstart convert}: what jobs become on systemd. */
public final class ConvertCommand {

  private ConvertCommand() {}

  /** What the command takes. */
  public static CommandForm form() {
    return CommandForm.of(ConvertCommand::run)
        .detailed(
            "Everything is converted, as well as it can be, and all that does not stay the same is"
                + " reported: where it stands, why, and what to do. A folder is read as a whole.")
        .taking(
            Parameter.one("FILE|DIR", "a conf file, or a folder of them; - is the standard input"))
        .with(ConvertOptions.ALL)
        .noting(
            "  upstart convert /etc/init --for ubuntu-14.04 --out units",
            "Without --out nothing is written. Else all files are written, or none.",
            "Exit status: 0 done, 1 a job that Upstart rejects, a file that cannot be read or"
                + " written or, with --strict, anything by hand or lost, 2 wrong arguments.");
  }

  private static int run(Invocation call) throws IOException {
    ReportFormat format =
        Choice.of(call, ConvertOptions.REPORT, ReportFormat.class)
            .orElse(call.has(ConvertOptions.JSON) ? ReportFormat.JSON : ReportFormat.TEXT);
    refuse(call, format);
    return new ConvertRun(call, format).run();
  }

  /** Refuses what does not go together. */
  private static void refuse(Invocation call, ReportFormat format) {
    boolean isPrinted = call.value(ConvertOptions.OUT).equals(Optional.of(Inputs.STANDARD_INPUT));
    if (isPrinted && format != ReportFormat.TEXT) {
      throw new Misuse("--out - prints the files, where the report would go; give a folder");
    } else if (call.has(ConvertOptions.FORCE)
        && (isPrinted || call.value(ConvertOptions.OUT).isEmpty())) {
      throw new Misuse("--force goes with --out and a folder");
    } else if (call.has(ConvertOptions.DIFF)) {
      for (Option option : List.of(ConvertOptions.OUT, ConvertOptions.PROVE)) {
        if (call.has(option)) {
          throw new Misuse("--diff and " + option.spelled() + " exclude each other");
        }
      }
      if (format == ReportFormat.HTML) {
        throw new Misuse("--diff is printed as text or json");
      }
    }
  }
}
