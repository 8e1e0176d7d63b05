package org.upstart4j.cli.override;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.upstart4j.cli.terminal.Console;
import org.upstart4j.cli.terminal.Json;
import org.upstart4j.cli.terminal.Paint;
import org.upstart4j.cli.terminal.Specs;
import org.upstart4j.cli.terminal.UnifiedDiff;
import org.upstart4j.cli.terminal.Visible;
import org.upstart4j.jobfile.JobDirectory;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.StartDecision;
import org.upstart4j.jobfile.Verdict;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code upstart enable} and {@code disable}: whether a job starts by itself. */
public final class SwitchCommand implements Callable<Integer> {

  private final PositionalParamSpec job = Specs.one(0, "JOB", "The job's name.");
  private final OptionSpec confdir =
      Specs.text("DIR", "The folder of job files (default: /etc/init).", "--confdir");
  private final OptionSpec dialect = Specs.dialect();
  private final OptionSpec dryRun =
      Specs.flag("Print what would change, and write nothing.", "--dry-run");
  private final OptionSpec json = Specs.flag("Print JSON.", "--json");
  private final boolean on;
  private final CommandSpec spec;

  private SwitchCommand(boolean on, String name, String... description) {
    this.on = on;
    spec =
        Specs.command(name, this, description)
            .addOption(confdir)
            .addOption(dialect)
            .addOption(dryRun)
            .addOption(json)
            .addPositional(job);
  }

  /** Describes {@code upstart enable}. */
  public static CommandSpec enable() {
    CommandSpec spec =
        new SwitchCommand(
                true,
                "enable",
                "Let a job start by itself again: take \"manual\" out of its override file.",
                "An override file without anything else is removed.")
            .spec;
    spec.usageMessage()
        .footer(
            "",
            "Exit status: 1 if it does not start by itself even so, if Upstart rejects its files,",
            "or if they cannot be written.");
    return spec;
  }

  /** Describes {@code upstart disable}. */
  public static CommandSpec disable() {
    CommandSpec spec =
        new SwitchCommand(
                false,
                "disable",
                "Keep a job from starting by itself: put \"manual\" into its override file.",
                "Nothing else of the file changes. The job can be started by hand; it goes on if it"
                    + " runs.")
            .spec;
    spec.usageMessage()
        .footer("", "Exit status: 1 if Upstart rejects its files, or they cannot be written.");
    return spec;
  }

  @Override
  public Integer call() throws IOException {
    Console console = new Console(spec);
    JobDirectory folder =
        JobDirectory.of(
            Path.of(confdir.<String>getValue() == null ? "/etc/init" : confdir.getValue()),
            dialect.getValue());
    String name = job.getValue();
    Path conf = folder.confPath(name);
    if (!Files.isRegularFile(conf)) {
      throw new NoSuchFileException(conf.toString());
    }
    Edit edit = on ? Edit.enable(folder, name) : Edit.disable(folder, name);
    if (dryRun.<Boolean>getValue() && json.<Boolean>getValue()) {
      return foretell(console, edit);
    } else if (dryRun.<Boolean>getValue()) {
      console.printDiff(edit.path().toString(), edit.old(), edit.future());
      return 0;
    }
    edit.write(folder, name);
    boolean rejected = folder.verdict(name) instanceof Verdict.Rejected;
    return report(console, edit, folder.explain(name), rejected);
  }

  /** What would be done. What decides then, nobody knows before it is. */
  private int foretell(Console console, Edit edit) throws IOException {
    String path = edit.path().toString();
    JobFile diff = JobFile.parse(UnifiedDiff.between(path, edit.old(), edit.future(), Paint.PLAIN));
    Json.writeLine(
        console.out(),
        members ->
            members
                .member("job", job.getValue())
                .member("override", path)
                .member("change", edit.text())
                .member("diff", diff.toString()));
    return 0;
  }

  private int report(Console console, Edit edit, StartDecision decision, boolean rejected)
      throws IOException {
    boolean asWanted = decision.automatic() == on && !rejected;
    if (json.<Boolean>getValue()) {
      Json.writeLine(
          console.out(),
          members ->
              members
                  .member("job", job.getValue())
                  .member("override", edit.path().toString())
                  .member("change", edit.text())
                  .member("starts_by_itself", decision.automatic())
                  .member("decided_by", decision.file().map(Path::toString).orElse(null))
                  .member("line", decision.span().map(span -> span.line()).orElse(null))
                  .member("explanation", decision.explanation()));
      return asWanted ? 0 : 1;
    }
    if (edit.before().isPresent() || edit.after().isPresent()) {
      console.out().println(Visible.text(edit.path().toString()) + ": " + edit.text());
    }
    String text = job.getValue() + " " + decision.explanation();
    if (asWanted) {
      console.out().println(Visible.lines(text));
      return 0;
    }
    console.out().flush();
    console.complain(text + (rejected ? "; correct that first" : advice(edit, decision.file())));
    return 1;
  }

  private String advice(Edit edit, Optional<Path> decides) {
    if (!on) {
      return "";
    }
    return decides.isEmpty()
        ? "; write a start on into its job file, or into " + edit.path()
        : "; take that out, or write a start on into " + edit.path();
  }
}
