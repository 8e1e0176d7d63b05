package org.upstart4j.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.upstart4j.cli.terminal.Console;
import org.upstart4j.cli.terminal.Specs;
import org.upstart4j.cli.terminal.Visible;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.JobFileBuilder;
import org.upstart4j.jobfile.stanza.Expect;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code upstart-create}, also {@code upstart create}: a job file of the usual kind. */
public final class CreateCommand implements Callable<Integer> {

  private final PositionalParamSpec name =
      Specs.one(0, "NAME", "The job's name: letters, digits and hyphens.");
  private final PositionalParamSpec command =
      Specs.one(1, "COMMAND", "The command, with an absolute path; may hold arguments.");
  private final PositionalParamSpec arguments =
      Specs.many(
          2,
          0,
          "ARGUMENT",
          "More arguments of the command; put -- before what looks like an option.");
  private final OptionSpec author = Specs.text("AUTHOR", "Who writes the job.", "-a", "--author");
  private final OptionSpec description =
      Specs.text("TEXT", "What the job is.", "-d", "--description");
  private final OptionSpec version = Specs.text("VERSION", "The job's version.", "-v", "--version");
  private final OptionSpec justDisplay =
      Specs.flag("Print the job file instead of writing it.", "-j", "--just-display");
  private final OptionSpec fork = Specs.flag("Expect the command to fork once.", "-f", "--fork");
  private final OptionSpec daemon =
      Specs.flag("Expect the command to fork twice.", "-D", "--daemon");
  private final OptionSpec stop =
      Specs.flag("Expect the command to stop itself when it is ready.", "-s", "--stop");
  private final OptionSpec directory =
      OptionSpec.builder("--directory")
          .type(Path.class)
          .defaultValue("/etc/init")
          .paramLabel("DIR")
          .description("Where to write the file (default: /etc/init).")
          .build();

  private final CommandSpec spec =
      Specs.command(
          "create", this, "Write a job file: started and stopped with the system, and respawned.");

  private CreateCommand() {
    for (ArgSpec argument :
        List.of(
            name,
            command,
            arguments,
            author,
            description,
            version,
            fork,
            daemon,
            stop,
            justDisplay,
            directory)) {
      spec.add(argument);
    }
    spec.usageMessage()
        .footer(
            "",
            "Exit status: 1 bad name, 2 the job exists or the arguments do not fit, 3 the command"
                + " is not absolute, 4 the command does not exist.");
  }

  static CommandSpec spec() {
    return new CreateCommand().spec;
  }

  /**
   * Runs the command and exits.
   *
   * @param arguments options, the job's name and its command
   */
  public static void main(String... arguments) {
    Main.run(spec().name("upstart-create"), arguments);
  }

  @Override
  public Integer call() throws IOException {
    Console console = new Console(spec);
    Path folder = directory.getValue();
    Expect expect = expect(console);
    Optional<Refusal> refusal = Refusal.of(folder, name.getValue(), command.getValue());
    if (refusal.isPresent()) {
      return refusal.get().tell(console);
    }
    JobFile job = build(expect);
    if (justDisplay.<Boolean>getValue()) {
      console.print(job.toBytes());
      return 0;
    }
    return write(console, job, Refusal.file(folder, name.getValue()));
  }

  private Expect expect(Console console) {
    List<Expect> given = new ArrayList<>();
    if (fork.<Boolean>getValue()) {
      given.add(Expect.FORK);
    }
    if (daemon.<Boolean>getValue()) {
      given.add(Expect.DAEMON);
    }
    if (stop.<Boolean>getValue()) {
      given.add(Expect.STOP);
    }
    if (given.size() > 1) {
      throw console.usage("--fork, --daemon and --stop exclude each other");
    }
    return given.isEmpty() ? Expect.NONE : given.get(0);
  }

  private JobFile build(Expect expect) {
    JobFileBuilder job = JobFile.builder();
    text(description).ifPresent(job::description);
    text(author).ifPresent(job::author);
    text(version).ifPresent(job::version);
    if (expect != Expect.NONE) {
      job.expect(expect);
    }
    return job.exec(ShellWords.append(command.getValue(), arguments.getValue()))
        .startOnRunlevel()
        .stopOnRunlevel("016")
        .respawn()
        .build();
  }

  private static Optional<String> text(OptionSpec option) {
    return Optional.ofNullable(option.getValue());
  }

  private static int write(Console console, JobFile job, Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      throw new NoSuchFileException(folder.toString());
    }
    try {
      job.create(file);
    } catch (FileAlreadyExistsException e) {
      return Refusal.existing(file).tell(console);
    }
    console.out().println("Wrote " + Visible.text(file.toString()));
    Reload.tell(console);
    return 0;
  }
}
