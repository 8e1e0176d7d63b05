package org.upstart4j.cli.terminal;

import java.io.PrintWriter;
import org.upstart4j.jobfile.JobFile;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Where a command prints, and how it complains. */
public record Console(CommandSpec spec) {

  private CommandLine line() {
    return spec.commandLine();
  }

  public PrintWriter out() {
    return line().getOut();
  }

  public PrintWriter err() {
    return line().getErr();
  }

  /** Whether nobody reads what is printed, so that there is no sense in going on. */
  public boolean isAbandoned() {
    return out() instanceof Output output && output.failure().isPresent();
  }

  /** Prints bytes as they are. */
  public void print(byte[] bytes) {
    if (out() instanceof Output output) {
      output.print(bytes);
    } else {
      out().print(JobFile.parse(bytes));
    }
  }

  /** Colours for a terminal; none for a pipe, or if NO_COLOR is set. */
  public Paint paint() {
    return Paint.forTerminal();
  }

  /** Says on standard error what went wrong. */
  public void complain(String message) {
    err().println(spec.qualifiedName() + ": " + message);
  }

  /** The exception to throw when the arguments do not fit: its message and a hint are printed. */
  public ParameterException usage(String message) {
    return new ParameterException(line(), message);
  }
}
