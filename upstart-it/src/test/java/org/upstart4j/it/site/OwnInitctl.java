package org.upstart4j.it.site;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.upstart4j.Deadline;
import org.upstart4j.cli.CommandTable;
import org.upstart4j.cli.command.Program;
import org.upstart4j.cli.command.ProgramName;
import org.upstart4j.initctl.Command;
import org.upstart4j.initctl.CommandResult;
import org.upstart4j.initctl.CommandRunner;

/** The project's own initctl, in this JVM, so that a command starts no program. */
public final class OwnInitctl implements CommandRunner {

  /** It speaks as initctl does, but knows {@code --timeout}. */
  private static final ProgramName NAME = new ProgramName("initctl", true);

  /**
   * Runs a command.
   *
   * @param words the command and its arguments
   * @param variables the environment variables
   * @return how it ends
   */
  public static CommandResult run(List<String> words, Map<String, String> variables) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Program initctl =
        new Program(
            NAME, CommandTable.commands(), variables, new PrintWriter(out), new PrintWriter(err));
    return new CommandResult(initctl.run(words), out.toString(), err.toString());
  }

  /** Ignores the name of the program. */
  @Override
  public CommandResult run(Command command, Deadline deadline) {
    List<String> words = command.words().subList(1, command.words().size());
    CompletableFuture<CommandResult> result = new CompletableFuture<>();
    Thread thread =
        new Thread(() -> complete(result, words, command.variables()), command.toString());
    thread.setDaemon(true);
    thread.start();
    try {
      return deadline.await(result, "end of " + command);
    } finally {
      thread.interrupt();
    }
  }

  private static void complete(
      CompletableFuture<CommandResult> result, List<String> words, Map<String, String> variables) {
    try {
      result.complete(run(words, variables));
    } catch (RuntimeException | Error failure) {
      result.completeExceptionally(failure);
    }
  }
}
