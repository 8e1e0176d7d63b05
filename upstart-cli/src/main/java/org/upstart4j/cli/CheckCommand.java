package org.upstart4j.cli;

import org.upstart4j.cli.command.CommandForm;
import org.upstart4j.cli.command.Invocation;
import org.upstart4j.cli.command.Option;
import org.upstart4j.cli.command.Parameter;
import org.upstart4j.cli.terminal.Paint;

/** {@code upstart check}: everything that is wrong with job files. */
final class CheckCommand {

  private static final Option JSON =
      Option.JSON.meaning("print one JSON object per problem, and no summary");

  private CheckCommand() {}

  /** What the command takes. */
  static CommandForm form() {
    return CommandForm.of(CheckCommand::run)
        .taking(
            Parameter.some("FILE|DIR", "job files, or folders of them; - is the standard input"))
        .with(Option.DIALECT_OF_FILES, JSON)
        .noting("Exit status: 0 without a problem, 1 with one, 2 wrong arguments.");
  }

  private static int run(Invocation call) {
    boolean json = call.has(JSON);
    Paint paint = json ? Paint.PLAIN : call.console().paint();
    Check check = new Check(call.console(), call.dialect(), paint, json);
    call.arguments().words().forEach(check::path);
    return check.finish() ? 0 : 1;
  }
}
