package org.upstart4j.cli;

import java.util.concurrent.Callable;
import org.upstart4j.cli.terminal.Console;
import org.upstart4j.cli.terminal.Paint;
import org.upstart4j.cli.terminal.Specs;
import org.upstart4j.jobfile.stanza.Dialect;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code upstart check}: everything that is wrong with job files. */
final class CheckCommand implements Callable<Integer> {

  private final PositionalParamSpec paths =
      Specs.many(0, 1, "FILE|DIR", "Job files, or folders of them; - is the standard input.");
  private final OptionSpec dialect = Specs.dialect();
  private final OptionSpec json =
      Specs.flag("Print one JSON object a problem, and no summary.", "--json");

  private final CommandSpec spec =
      Specs.command("check", this, "Print every problem of job files.")
          .addOption(dialect)
          .addOption(json)
          .addPositional(paths);

  private CheckCommand() {
    spec.usageMessage()
        .footer("", "Exit status: 0 without a problem, 1 with one, 2 for wrong arguments.");
  }

  static CommandSpec spec() {
    return new CheckCommand().spec;
  }

  @Override
  public Integer call() {
    Dialect known = dialect.getValue();
    boolean asJson = json.getValue();
    Console console = new Console(spec);
    Check check = new Check(console, known, asJson ? Paint.PLAIN : console.paint(), asJson);
    for (String path : paths.<String[]>getValue()) {
      check.path(path);
    }
    return check.finish() ? 0 : 1;
  }
}
