package org.upstart4j.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.upstart4j.jobfile.JobDefinition;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.stanza.Dialect;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code upstart parse}: what Upstart makes of job files, as JSON. */
@Command(
    name = "parse",
    description = "Print what Upstart 1.13.2 makes of job files, one JSON object a file.")
final class ParseCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Job files; - is the standard input. With --override: CONF OVERRIDE pairs.")
  private List<String> files = List.of();

  @Option(
      names = "--override",
      description = "Take the files in pairs: a conf file, and the override file to apply on top.")
  private boolean override;

  @Option(names = "--name", paramLabel = "JOB", description = "The job's name; else the file's.")
  private @Nullable String name;

  @Option(
      names = "--dialect",
      paramLabel = "DIALECT",
      description = "Whose stanzas are known: upstart (the default) or chromeos.")
  private Dialect dialect = Dialect.UPSTART;

  @Override
  public Integer call() throws IOException {
    Console console = Console.of(spec);
    if (override && files.size() % 2 != 0) {
      throw console.usage("--override takes the files in pairs, CONF OVERRIDE; one is left over");
    }
    PrintWriter out = console.out();
    int step = override ? 2 : 1;
    for (int i = 0; i < files.size(); i += step) {
      if (override) {
        pair(out, files.get(i), files.get(i + 1));
      } else {
        single(out, files.get(i));
      }
    }
    out.flush();
    return 0;
  }

  private void single(PrintWriter out, String path) throws IOException {
    JobFile file = Inputs.read(path);
    Json.writeLine(
        out, VerdictJson.of(path, file, JobDefinition.verdict(name(path), file, dialect)));
  }

  private void pair(PrintWriter out, String confPath, String overridePath) throws IOException {
    JobFile conf = Inputs.read(confPath);
    JobFile over = Inputs.read(overridePath);
    Json.writeLine(
        out,
        VerdictJson.of(
            confPath, overridePath, JobDefinition.verdict(name(confPath), conf, over, dialect)));
  }

  private String name(String path) {
    if (name != null) {
      return name;
    }
    Path last = Path.of(path).getFileName();
    String file = last == null ? path : last.toString();
    return file.replaceFirst("\\.(conf|override)$", "");
  }
}
