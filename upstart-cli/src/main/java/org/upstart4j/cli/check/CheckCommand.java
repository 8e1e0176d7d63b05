package org.upstart4j.cli.check;

import java.io.IOException;
import java.util.List;
import org.upstart4j.cli.command.CommandForm;
import org.upstart4j.cli.command.Inputs;
import org.upstart4j.cli.command.Invocation;
import org.upstart4j.cli.command.Misuse;
import org.upstart4j.cli.command.Option;
import org.upstart4j.cli.command.Parameter;

/** {@code upstart check}: what is wrong with job files, and what does not work as it was meant. */
public final class CheckCommand {

  private CheckCommand() {}

  /** What the command takes. */
  public static CommandForm form() {
    return CommandForm.of(CheckCommand::run)
        .taking(
            Parameter.any(
                "FILE|DIR",
                "job files, or folders of them; - is the standard input. With --explain: rules;"
                    + " with --inventory: jobs"))
        .detailed(
            "A folder is read as a whole. Of files, those beside them count for what they provide.")
        .with(CheckOptions.ALL)
        .with(CheckOptions.OF_HOSTS)
        .noting(
            "Exit status: 0 without a finding, 1 with one of at least the severity of --fail-on,"
                + " or without any job file, 2 wrong arguments or settings, or a file that cannot"
                + " be read or written.");
  }

  private static int run(Invocation call) throws IOException {
    if (call.has(CheckOptions.EXPLAIN)) {
      return RuleHelp.print(call);
    }
    refuse(call);
    return new CheckRun(call).run();
  }

  /** Refuses what does not go together. */
  private static void refuse(Invocation call) {
    List<String> words = call.arguments().words();
    if (words.isEmpty()) {
      throw new Misuse("missing FILE|DIR");
    }
    for (Option option : CheckOptions.OF_HOSTS) {
      if (call.has(option)) {
        throw new Misuse(option.spelled() + " goes with --inventory FILE");
      }
    }
    boolean fix = call.has(CheckOptions.FIX);
    for (Option option : List.of(CheckOptions.UNSAFE_FIXES, CheckOptions.DIFF)) {
      if (call.has(option) && !fix) {
        throw new Misuse(option.spelled() + " goes with --fix");
      }
    }
    boolean isInput = words.contains(Inputs.STANDARD_INPUT);
    if (fix && isInput && words.size() > 1) {
      throw new Misuse("--fix takes either the standard input or files");
    } else if (fix && call.has(CheckOptions.WRITE_BASELINE)) {
      throw new Misuse("--fix and --write-baseline exclude each other");
    } else if (call.has(CheckOptions.STDIN_NAME) && !isInput) {
      throw new Misuse("--stdin-name goes with -, the standard input");
    }
  }
}
