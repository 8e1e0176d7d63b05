package org.upstart4j.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.upstart4j.cli.command.CommandForm;
import org.upstart4j.cli.command.Invocation;
import org.upstart4j.cli.command.Misuse;
import org.upstart4j.cli.command.Option;
import org.upstart4j.cli.command.Parameter;
import org.upstart4j.cli.command.ShellWords;
import org.upstart4j.cli.terminal.Visible;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.JobFileBuilder;
import org.upstart4j.jobfile.stanza.Expect;

/** {@code upstart create}, also {@code upstart-create}: a job file of the usual kind. */
final class CreateCommand {

  private static final Option AUTHOR = Option.text('a', "author", "AUTHOR", "the job's author");
  private static final Option DESCRIPTION =
      Option.text('d', "description", "TEXT", "the job's description");
  private static final Option VERSION = Option.text('v', "version", "VERSION", "the job's version");
  private static final Option FORK = Option.flag('f', "fork", "expect the command to fork once");
  private static final Option DAEMON =
      Option.flag('D', "daemon", "expect the command to fork twice");
  private static final Option STOP =
      Option.flag('s', "stop", "expect the command to stop itself when it is ready");
  private static final Option JUST_DISPLAY =
      Option.flag('j', "just-display", "print the job file instead of writing it");
  private static final Option DIRECTORY =
      Option.text("directory", "DIR", "where to write the file (default: /etc/init)");

  private CreateCommand() {}

  /** What the command takes. */
  static CommandForm form() {
    return CommandForm.of(CreateCommand::run)
        .detailed("The job starts and stops with the system's runlevels, and is respawned.")
        .taking(
            Parameter.one("NAME", "the job's name: letters, digits and hyphens"),
            Parameter.one("COMMAND", "the command, with an absolute path; may hold arguments"),
            Parameter.any(
                "ARGUMENT",
                "more arguments of the command; put -- before any that look like options"))
        .with(AUTHOR, DESCRIPTION, VERSION, FORK, DAEMON, STOP, JUST_DISPLAY, DIRECTORY)
        .with(Option.READER)
        .noting(
            "Exit status: 0 done, 1 bad name, or the file cannot be written, 2 the job exists"
                + " already, or wrong arguments, 3 the command is not absolute, 4 the command does"
                + " not exist.");
  }

  private static int run(Invocation call) throws IOException {
    Path folder = Path.of(call.value(DIRECTORY).orElse("/etc/init"));
    Expect expect = expect(call);
    String name = call.word(0);
    Optional<Refusal> refusal = Refusal.of(folder, name, call.word(1));
    if (refusal.isPresent()) {
      return refusal.get().tell(call.console());
    }
    JobFile job = build(call, expect);
    if (call.has(JUST_DISPLAY)) {
      call.console().print(job.toBytes());
      return 0;
    }
    return write(call, job, Refusal.file(folder, name));
  }

  private static Expect expect(Invocation call) {
    List<Expect> given = new ArrayList<>();
    if (call.has(FORK)) {
      given.add(Expect.FORK);
    }
    if (call.has(DAEMON)) {
      given.add(Expect.DAEMON);
    }
    if (call.has(STOP)) {
      given.add(Expect.STOP);
    }
    if (given.size() > 1) {
      throw new Misuse("--fork, --daemon and --stop exclude each other");
    }
    return given.isEmpty() ? Expect.NONE : given.get(0);
  }

  private static JobFile build(Invocation call, Expect expect) {
    JobFileBuilder job = JobFile.builder();
    call.askedVersion().ifPresent(job::forVersion);
    call.value(DESCRIPTION).ifPresent(job::description);
    call.value(AUTHOR).ifPresent(job::author);
    call.value(VERSION).ifPresent(job::version);
    if (expect != Expect.NONE) {
      job.expect(expect);
    }
    return job.exec(ShellWords.append(call.word(1), call.arguments().wordsFrom(2)))
        .startOnRunlevel()
        .stopOnRunlevel("016")
        .respawn()
        .build();
  }

  private static int write(Invocation call, JobFile job, Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      throw new NoSuchFileException(folder.toString());
    }
    try {
      job.create(file);
    } catch (FileAlreadyExistsException e) {
      return Refusal.existing(file).tell(call.console());
    }
    call.out().println("Wrote " + Visible.text(file.toString()));
    Reload.tell(call);
    return 0;
  }
}
