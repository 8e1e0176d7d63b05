package org.upstart4j.cli.terminal;

import java.io.PrintWriter;
import org.upstart4j.jobfile.JobFile;

/**
 * Where a command prints, and how it complains.
 *
 * @param name what its complaints begin with
 * @param out where results go
 * @param err where complaints go
 * @param paint how text looks on the standard output
 */
public record CliConsole(String name, PrintWriter out, PrintWriter err, Paint paint) {

  /** Whether the reader has gone away, so that there is no point in going on. */
  public boolean isAbandoned() {
    return out instanceof StandardOutput output && output.failure().isPresent();
  }

  /** Prints bytes that others have written: as they are, but on a terminal visibly. */
  public void print(byte[] bytes) {
    if (out instanceof StandardOutput output) {
      output.print(bytes);
    } else {
      out.print(JobFile.parse(bytes));
    }
  }

  /** Prints the difference of two job files. */
  public void printDiff(String file, JobFile before, JobFile after) {
    printPainted(UnifiedDiff.between(file, before, after, paint));
  }

  /** Prints a difference that is made for this console. */
  public void printPainted(byte[] diff) {
    if (out instanceof StandardOutput output) {
      output.printPainted(diff);
    } else {
      print(diff);
    }
  }

  /** Says on standard error what went wrong, after all that was printed before. */
  public void complain(String message) {
    out.flush();
    err.println(name + ": " + message);
  }
}
