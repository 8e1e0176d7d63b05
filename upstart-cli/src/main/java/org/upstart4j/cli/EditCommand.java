package org.upstart4j.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.upstart4j.cli.command.Arguments.Occurrence;
import org.upstart4j.cli.command.CommandForm;
import org.upstart4j.cli.command.Inputs;
import org.upstart4j.cli.command.Invocation;
import org.upstart4j.cli.command.Misuse;
import org.upstart4j.cli.command.Option;
import org.upstart4j.cli.command.Parameter;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.JobFileBuilder;

/** {@code upstart edit}: changes stanzas and leaves every other byte as it is. */
final class EditCommand {

  private static final Option SET =
      Option.text("set", "STANZA", "replace the stanza that says this, or add it");
  private static final Option ADD =
      Option.text("add", "STANZA", "add this stanza, whatever is there already");
  private static final Option REMOVE =
      Option.text("remove", "WORDS", "remove the stanzas about this, for example \"env PATH\"");
  private static final Option COMMENT_OUT =
      Option.text("comment-out", "WORDS", "turn the stanzas about this into comments");
  private static final List<Option> CHANGES = List.of(SET, ADD, REMOVE, COMMENT_OUT);

  private static final Option DIFF = Option.flag("diff", "print a unified diff instead");
  private static final Option IN_PLACE = Option.flag("in-place", "write the file instead");

  private EditCommand() {}

  /** What the command takes. */
  static CommandForm form() {
    return CommandForm.of(EditCommand::run)
        .detailed(
            "Give at least one of --set, --add, --remove and --comment-out. The changes are"
                + " made in the order given, and the result is printed.")
        .taking(Parameter.one("FILE", "a job file; - is the standard input"))
        .with(CHANGES)
        .with(DIFF, IN_PLACE)
        .with(Option.READER)
        .noting(
            "Exit status: 0 done, 1 if Upstart would reject a stanza or the version of --for lacks"
                + " one, or a file cannot be read or written, 2 wrong arguments.");
  }

  private static int run(Invocation call) throws IOException {
    List<Occurrence> changes =
        call.arguments().occurrences().stream()
            .filter(given -> CHANGES.contains(given.option()))
            .toList();
    String path = call.word(0);
    check(call, path, changes);
    JobFile before = Inputs.read(path);
    JobFileBuilder job = before.toBuilder();
    call.askedVersion().ifPresent(job::forVersion);
    changes.forEach(change -> apply(job, change));
    JobFile after = job.build();
    if (call.has(IN_PLACE)) {
      after.write(Path.of(path), before);
    } else if (call.has(DIFF)) {
      call.console().printDiff(path, before, after);
    } else {
      call.console().print(after.toBytes());
    }
    return 0;
  }

  private static void check(Invocation call, String path, List<Occurrence> changes) {
    if (changes.isEmpty()) {
      throw new Misuse("nothing to change: give --set, --add, --remove or --comment-out");
    }
    if (call.has(DIFF) && call.has(IN_PLACE)) {
      throw new Misuse("--diff and --in-place exclude each other");
    }
    if (call.has(IN_PLACE) && path.equals(Inputs.STANDARD_INPUT)) {
      throw new Misuse("--in-place needs a file, not the standard input");
    }
  }

  private static void apply(JobFileBuilder job, Occurrence change) {
    switch (change.option().name()) {
      case "set" -> job.set(change.value());
      case "add" -> job.add(change.value());
      case "remove" -> job.remove(change.value());
      default -> job.commentOut(change.value());
    }
  }
}
