package org.upstart4j.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Stack;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import org.upstart4j.cli.terminal.Console;
import org.upstart4j.cli.terminal.Specs;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.JobFileBuilder;
import org.upstart4j.jobfile.stanza.Dialect;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code upstart edit}: changes stanzas and leaves every other byte as it is. */
final class EditCommand implements Callable<Integer> {

  private final PositionalParamSpec file =
      Specs.one(0, "FILE", "A job file; - is the standard input.");
  private final OptionSpec dialect = Specs.dialect();
  private final OptionSpec diff = Specs.flag("Print a unified diff instead.", "--diff");
  private final OptionSpec inPlace = Specs.flag("Write the file instead.", "--in-place");

  private final List<Change> changes = new ArrayList<>();

  private final CommandSpec spec =
      Specs.command(
              "edit",
              this,
              "Change stanzas of a job file, and no other byte of it.",
              "The changes are made in the order given; the result is printed.")
          .addOption(
              change(
                  "--set",
                  "STANZA",
                  "Put this stanza in the place of what it replaces, or add it.",
                  JobFileBuilder::set))
          .addOption(
              change(
                  "--add", "STANZA", "Add this stanza to those of its kind.", JobFileBuilder::add))
          .addOption(
              change(
                  "--remove",
                  "WORDS",
                  "Remove the stanzas about this, as in \"env PATH\".",
                  JobFileBuilder::remove))
          .addOption(
              change(
                  "--comment-out",
                  "WORDS",
                  "Make comments of the stanzas about this.",
                  JobFileBuilder::commentOut))
          .addOption(diff)
          .addOption(inPlace)
          .addOption(dialect)
          .addPositional(file);

  private record Change(BiConsumer<JobFileBuilder, String> kind, String text) {
    void apply(JobFileBuilder job) {
      kind.accept(job, text);
    }
  }

  private EditCommand() {
    spec.usageMessage()
        .customSynopsis(
            "upstart edit FILE {--set STANZA | --add STANZA |",
            "                   --remove WORDS | --comment-out WORDS}...",
            "                  [--diff | --in-place]");
  }

  static CommandSpec spec() {
    return new EditCommand().spec;
  }

  /** An option that may be repeated; what it is given joins the list that all of them share. */
  private OptionSpec change(
      String name, String label, String description, BiConsumer<JobFileBuilder, String> kind) {
    return OptionSpec.builder(name)
        .type(String.class)
        .arity("1")
        .paramLabel(label)
        .description(description)
        .parameterConsumer(new Collector(kind, changes))
        .build();
  }

  /** No lambda: it would keep picocli's classes out of the class-data archive. */
  private record Collector(BiConsumer<JobFileBuilder, String> kind, List<Change> changes)
      implements IParameterConsumer {

    @Override
    public void consumeParameters(Stack<String> values, ArgSpec option, CommandSpec command) {
      if (values.isEmpty()) {
        String name = ((OptionSpec) option).longestName();
        throw new MissingParameterException(
            command.commandLine(), option, "Missing required parameter for option '" + name + "'");
      }
      changes.add(new Change(kind, values.pop()));
    }
  }

  @Override
  public Integer call() throws IOException {
    Console console = new Console(spec);
    String path = file.getValue();
    boolean asDiff = diff.getValue();
    boolean write = inPlace.getValue();
    check(console, path, asDiff, write);
    JobFile before = Inputs.read(path);
    JobFile after = edit(before);
    if (write) {
      after.write(Path.of(path), before);
    } else if (asDiff) {
      console.printDiff(path, before, after);
    } else {
      console.print(after.toBytes());
    }
    return 0;
  }

  private void check(Console console, String path, boolean asDiff, boolean write) {
    if (changes.isEmpty()) {
      throw console.usage("nothing to change: give --set, --add, --remove or --comment-out");
    }
    if (asDiff && write) {
      throw console.usage("--diff and --in-place exclude each other");
    }
    if (write && path.equals(Inputs.STANDARD_INPUT)) {
      throw console.usage("--in-place needs a file, not the standard input");
    }
  }

  private JobFile edit(JobFile before) {
    Dialect known = dialect.getValue();
    JobFileBuilder job = before.toBuilder().dialect(known);
    changes.forEach(change -> change.apply(job));
    return job.build();
  }
}
