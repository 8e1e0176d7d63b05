package org.upstart4j.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.upstart4j.cli.terminal.Console;
import org.upstart4j.cli.terminal.Json;
import org.upstart4j.cli.terminal.Specs;
import org.upstart4j.jobfile.JobDefinition;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.stanza.Dialect;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code upstart parse}: what Upstart makes of job files, as JSON. */
final class ParseCommand implements Callable<Integer> {

  private final PositionalParamSpec files =
      Specs.many(
          0,
          1,
          "FILE",
          "Job files; - is the standard input. With --override: CONF OVERRIDE pairs.");
  private final OptionSpec override =
      Specs.flag(
          "Take the files in pairs: a conf file, and the override file to apply on top.",
          "--override");
  private final OptionSpec name =
      Specs.text("JOB", "The job's name; else that of the file.", "--name");
  private final OptionSpec dialect = Specs.dialect();

  private final CommandSpec spec =
      Specs.command(
              "parse",
              this,
              "Print what Upstart 1.13.2 makes of job files, one JSON object a file.")
          .addOption(override)
          .addOption(name)
          .addOption(dialect)
          .addPositional(files);

  private ParseCommand() {}

  static CommandSpec spec() {
    return new ParseCommand().spec;
  }

  @Override
  public Integer call() throws IOException {
    Console console = new Console(spec);
    String[] paths = files.getValue();
    boolean pairs = override.getValue();
    if (pairs && paths.length % 2 != 0) {
      throw console.usage("--override takes the files in pairs, CONF OVERRIDE; one is left over");
    }
    for (int i = 0; i < paths.length && !console.isAbandoned(); i += pairs ? 2 : 1) {
      if (pairs) {
        pair(console.out(), paths[i], paths[i + 1]);
      } else {
        single(console.out(), paths[i]);
      }
    }
    return 0;
  }

  private void single(PrintWriter out, String path) throws IOException {
    JobFile file = Inputs.read(path);
    Json.writeLine(
        out, VerdictJson.of(path, file, JobDefinition.verdict(name(path), file, dialect())));
  }

  private void pair(PrintWriter out, String confPath, String overridePath) throws IOException {
    JobFile conf = Inputs.read(confPath);
    JobFile over = Inputs.read(overridePath);
    Json.writeLine(
        out,
        VerdictJson.of(
            confPath, overridePath, JobDefinition.verdict(name(confPath), conf, over, dialect())));
  }

  private Dialect dialect() {
    return dialect.getValue();
  }

  private String name(String path) {
    @Nullable String given = name.getValue();
    if (given != null) {
      return given;
    }
    Path last = Path.of(path).getFileName();
    String file = last == null ? path : last.toString();
    return file.replaceFirst("\\.(conf|override)$", "");
  }
}
