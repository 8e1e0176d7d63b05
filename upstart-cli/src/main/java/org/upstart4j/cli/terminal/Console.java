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

  /** Prints bytes that others have written: as they are, but on a terminal visibly. */
  public void print(byte[] bytes) {
    if (out() instanceof Output output) {
      output.print(bytes);
    } else {
      out().print(JobFile.parse(bytes));
    }
  }

  /** Prints the difference of two job files. */
  public void printDiff(String name, JobFile before, JobFile after) {
    byte[] diff = UnifiedDiff.between(name, before, after, paint());
    if (out() instanceof Output output) {
      output.printPainted(diff);
    } else {
      print(diff);
    }
  }

  /** How text looks on the standard output. */
  public Paint paint() {
    return Paint.standard();
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
