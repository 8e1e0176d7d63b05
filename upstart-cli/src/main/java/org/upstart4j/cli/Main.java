package org.upstart4j.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.upstart4j.UpstartException;
import org.upstart4j.cli.terminal.Output;
import org.upstart4j.cli.terminal.Paint;
import org.upstart4j.cli.terminal.Terminal;
import org.upstart4j.cli.terminal.Visible;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** What every command of the command line has in common: how it is run and how it fails. */
final class Main implements IExecutionExceptionHandler, IParameterExceptionHandler {

  /** What a shell reports for a program that a closed pipe ended. */
  private static final int BROKEN_PIPE = 128 + 13;

  private static final List<String> HELP = List.of("-h", "--help");

  /** picocli's help has no less room, and this room for an option and its argument. */
  private static final int NARROWEST = 55;

  private static final int LONGEST_OPTION = 23;

  private Main() {}

  /** Runs a command on the standard streams and exits. */
  static void run(CommandSpec command, String... arguments) {
    Output.guardErrors();
    System.exit(execute(commandLine(command, Output.standard()), arguments));
  }

  static CommandLine commandLine(CommandSpec command, PrintWriter out) {
    // No lambda: it would keep picocli's interface out of the class-data archive.
    Main handler = new Main();
    return new CommandLine(command)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(out)
        .setColorScheme(Help.defaultColorScheme(Paint.standard().ansi()))
        .setErr(Output.errors())
        .setParameterExceptionHandler(handler)
        .setExecutionExceptionHandler(handler);
  }

  static int execute(CommandLine line, String... arguments) {
    if (HELP.stream().anyMatch(List.of(arguments)::contains)) {
      fit(line, Terminal.columns());
    }
    int status = line.execute(arguments);
    return line.getOut() instanceof Output output
        ? finish(line.getCommandSpec().qualifiedName(), status, output, line.getErr())
        : status;
  }

  /** Has the help fit into so many columns. */
  static void fit(CommandLine line, int columns) {
    line.setUsageHelpWidth(Math.max(columns, NARROWEST))
        .setUsageHelpLongOptionsMaxWidth(LONGEST_OPTION);
  }

  /** Writes what is still to be written; returns the exit status, another one if that fails. */
  static int finish(String program, int status, Output out, PrintWriter err) {
    out.flush();
    Optional<IOException> failure = out.failure();
    if (failure.isEmpty()) {
      return status;
    } else if ("Broken pipe".equals(failure.get().getMessage())) {
      return BROKEN_PIPE;
    }
    err.println(program + ": standard output: " + failure.get().getMessage());
    return CommandLine.ExitCode.SOFTWARE;
  }

  @Override
  public int handleExecutionException(Exception failure, CommandLine line, ParseResult result) {
    return fail(line, describe(failure));
  }

  @Override
  public int handleParseException(ParameterException failure, String[] arguments) {
    CommandLine line = failure.getCommandLine();
    fail(line, message(failure));
    UnmatchedArgumentException.printSuggestions(failure, line.getErr());
    line.getErr().println("Try: " + line.getCommandSpec().qualifiedName() + " --help");
    return CommandLine.ExitCode.USAGE;
  }

  private static int fail(CommandLine line, String message) {
    line.getErr().println(line.getCommandSpec().qualifiedName() + ": " + message);
    return CommandLine.ExitCode.SOFTWARE;
  }

  /** What went wrong, for people. */
  static String describe(Exception failure) {
    if (failure instanceof NoSuchFileException missing) {
      return name(missing) + ": " + whyMissing(missing);
    } else if (failure instanceof AccessDeniedException denied) {
      return name(denied) + ": permission denied";
    } else if (failure instanceof FileAlreadyExistsException existing) {
      return name(existing) + ": exists already";
    } else if (failure instanceof FileSystemException problem && problem.getReason() != null) {
      return name(problem) + ": " + problem.getReason();
    } else if (failure instanceof IllegalArgumentException
        || failure instanceof IllegalStateException
        || failure instanceof UpstartException) {
      return message(failure);
    } else if (failure instanceof UncheckedIOException unchecked) {
      return describe(Objects.requireNonNull(unchecked.getCause()));
    }
    return failure.toString();
  }

  /** Java has put a replacement character where a name is no text, and cannot open such a file. */
  private static String whyMissing(NoSuchFileException missing) {
    return String.valueOf(missing.getFile()).indexOf('\ufffd') < 0
        ? "no such file"
        : "no such file, or its name is no text in UTF-8; rename it";
  }

  private static String name(FileSystemException failure) {
    return Visible.text(String.valueOf(failure.getFile()));
  }

  private static String message(Exception failure) {
    return Objects.requireNonNullElse(failure.getMessage(), failure.toString());
  }
}
