package org.upstart4j.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.upstart4j.cli.command.CommandForm;
import org.upstart4j.cli.command.Inputs;
import org.upstart4j.cli.command.Invocation;
import org.upstart4j.cli.command.Misuse;
import org.upstart4j.cli.command.Option;
import org.upstart4j.cli.command.Parameter;
import org.upstart4j.cli.terminal.JsonLine;
import org.upstart4j.jobfile.JobDefinition;
import org.upstart4j.jobfile.JobFile;

/** {@code upstart parse}: what Upstart makes of job files, as JSON. */
final class ParseCommand {

  private static final Option OVERRIDE =
      Option.flag("override", "take the files in pairs: a conf file, then its override file");
  private static final Option NAME =
      Option.text("name", "JOB", "the job's name; the default is that of the file");

  private ParseCommand() {}

  /** What the command takes. */
  static CommandForm form() {
    return CommandForm.of(ParseCommand::run)
        .taking(
            Parameter.some(
                "FILE",
                "job files; - is the standard input. With --override: pairs of CONF and OVERRIDE"))
        .detailed(
            "That is Upstart 1.13.2, or the version of --for. There is one JSON object per file,"
                + " each on one line.")
        .with(OVERRIDE, NAME)
        .with(Option.READER)
        .noting("A file that Upstart rejects is no failure: the JSON says so.");
  }

  private static int run(Invocation call) throws IOException {
    List<String> paths = call.arguments().words();
    boolean pairs = call.has(OVERRIDE);
    if (pairs && paths.size() % 2 != 0) {
      throw new Misuse("--override takes the files in pairs, CONF OVERRIDE; one is left over");
    }
    for (int i = 0; i < paths.size() && !call.console().isAbandoned(); i += pairs ? 2 : 1) {
      if (pairs) {
        pair(call, paths.get(i), paths.get(i + 1));
      } else {
        single(call, paths.get(i));
      }
    }
    return 0;
  }

  private static void single(Invocation call, String path) throws IOException {
    JobFile file = Inputs.read(path);
    JsonLine.write(
        call.out(),
        VerdictJson.of(
            path,
            file,
            call.version(),
            JobDefinition.verdict(name(call, path), file, call.version())));
  }

  private static void pair(Invocation call, String confPath, String overridePath)
      throws IOException {
    JobFile conf = Inputs.read(confPath);
    JobFile over = Inputs.read(overridePath);
    JsonLine.write(
        call.out(),
        VerdictJson.of(
            confPath,
            overridePath,
            JobDefinition.verdict(name(call, confPath), conf, over, call.version())));
  }

  private static String name(Invocation call, String path) {
    Optional<String> given = call.value(NAME);
    if (given.isPresent()) {
      return given.get();
    }
    Path last = Path.of(path).getFileName();
    String file = last == null ? path : last.toString();
    return file.replaceFirst("\\.(conf|override)$", "");
  }
}
