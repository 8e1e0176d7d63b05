package org.upstart4j.initctl;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.upstart4j.Deadline;
import org.upstart4j.UnexpectedErrorException;
import org.upstart4j.UpstartError;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.initctl.internal.ChildProcess;
import org.upstart4j.initctl.internal.CommandWords;
import org.upstart4j.initctl.internal.TooMuchOutputException;

/** Runs programs on this machine. */
final class LocalRunner implements CommandRunner {

  static final LocalRunner INSTANCE = new LocalRunner();

  /** What Java says of a missing program; 17 and 25 put it in different words. */
  private static final Pattern MISSING =
      Pattern.compile(
          "Cannot run program (\".*\")(?: \\(in directory .*\\))?: .*error(?:=|: )2\\b");

  private LocalRunner() {}

  @Override
  public CommandResult run(Command command, Deadline deadline) {
    try (ChildProcess child = start(command)) {
      child.await(deadline);
      return new CommandResult(child.status(), child.output(), child.errors());
    } catch (TooMuchOutputException tooMuch) {
      throw new UnexpectedErrorException(
          new UpstartError(
              UpstartError.DBUS + "LimitsExceeded",
              command + " printed more than " + command.outputLimit() + " bytes, and was killed"));
    } catch (IOException failure) {
      throw new UpstartUnavailableException(reason(command, failure), failure);
    }
  }

  private static String reason(Command command, IOException failure) {
    String text = String.valueOf(failure.getMessage());
    Matcher missing = MISSING.matcher(text);
    return missing.find()
        ? "there is no program " + missing.group(1) + " on this machine"
        : command + " can't be run: " + text;
  }

  private static ChildProcess start(Command command) throws IOException {
    if (CommandWords.reachPrograms(command.words())
        && CommandWords.reachPrograms(command.variables().values())) {
      return ChildProcess.start(
          command.toString(),
          command.words(),
          command.variables(),
          command.unset(),
          command.outputLimit());
    }
    return ChildProcess.start(
        command.toString(),
        CommandWords.spelledInAscii(command.asWords().words()),
        Map.of(),
        Set.of(),
        command.outputLimit());
  }

  @Override
  public String toString() {
    return "local";
  }
}
