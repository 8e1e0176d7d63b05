package org.upstart4j.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code upstart}: the command under which all others stand. */
@Command(
    name = "upstart",
    description = "Works with Upstart's job files.",
    mixinStandardHelpOptions = true,
    version = "upstart4j 0.1.0",
    subcommands = {ParseCommand.class})
public final class UpstartCommand {

  private UpstartCommand() {}

  /**
   * Runs a command and exits.
   *
   * @param arguments the command's name, options and parameters
   */
  public static void main(String... arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new UpstartCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(writer(System.out))
        .setErr(writer(System.err))
        .setExecutionExceptionHandler(
            (failure, line, result) -> {
              line.getErr().println(line.getCommandName() + ": " + describe(failure));
              line.getErr().flush();
              return CommandLine.ExitCode.SOFTWARE;
            });
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
  }

  private static String describe(Exception failure) {
    if (failure instanceof NoSuchFileException missing) {
      return missing.getFile() + ": no such file";
    } else if (failure instanceof AccessDeniedException denied) {
      return denied.getFile() + ": permission denied";
    } else if (failure instanceof FileSystemException problem) {
      return problem.getFile() + ": " + problem.getReason();
    }
    return failure.toString();
  }
}
