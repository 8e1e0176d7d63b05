package org.upstart4j.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.upstart4j.cli.command.Failures;
import org.upstart4j.cli.terminal.CliConsole;
import org.upstart4j.cli.terminal.JsonLine;
import org.upstart4j.cli.terminal.Paint;
import org.upstart4j.cli.terminal.Visible;
import org.upstart4j.jobfile.Problem;
import org.upstart4j.jobfile.SourceSpan;
import org.upstart4j.jobfile.stanza.Dialect;

/** Prints the problems of one file after the other, and counts them. */
final class Check {

  private static final String NOT_READ = "NOT_READ";

  private final CliConsole console;
  private final Dialect dialect;
  private final Paint paint;
  private final boolean json;

  private int files;
  private int faulty;
  private int problems;
  private int unreadable;
  private int unread;

  Check(CliConsole console, Dialect dialect, Paint paint, boolean json) {
    this.console = console;
    this.dialect = dialect;
    this.paint = paint;
    this.json = json;
  }

  /** One path that cannot be read does not keep the others from being checked. */
  void path(String path) {
    List<String> found;
    List<String> others;
    try {
      found = Inputs.jobFiles(path);
      others = Inputs.unread(path);
    } catch (IOException failure) {
      unreadable(failure);
      return;
    }
    found.forEach(this::file);
    others.forEach(this::unread);
  }

  /** Most are meant for people; one may be a job whose file lacks its ending. */
  private void unread(String path) {
    unread++;
    String message = "Upstart does not read it: its name ends neither in .conf nor in .override";
    try {
      if (json) {
        JsonLine.write(
            console.out(),
            members ->
                members.member("file", path).member("code", NOT_READ).member("message", message));
      } else {
        console.out().println(Visible.text(path) + ": " + message);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void file(String path) {
    if (console.isAbandoned()) {
      return;
    }
    try {
      List<Problem> found = Inputs.read(path).problems(dialect);
      files++;
      faulty += found.isEmpty() ? 0 : 1;
      problems += found.size();
      for (Problem problem : found) {
        print(path, problem);
      }
    } catch (IOException failure) {
      unreadable(failure);
    }
  }

  private void unreadable(IOException failure) {
    unreadable++;
    console.complain(Failures.describe(failure));
  }

  private void print(String path, Problem problem) throws IOException {
    if (json) {
      JsonLine.write(console.out(), members -> describe(members, path, problem));
    } else {
      console.out().println(new Report(paint).text(path, problem));
    }
  }

  private static void describe(JsonLine json, String path, Problem problem) {
    SourceSpan span = problem.span();
    json.member("file", path);
    json.member("line", span.line()).member("column", span.column());
    json.member("start", span.start()).member("end", span.end());
    json.member("code", problem.fault().code());
    json.member("message", problem.message());
    json.member("upstart_line", problem.upstartLine());
  }

  /** Prints the summary; says whether all is well. */
  boolean finish() {
    boolean well = problems == 0 && unreadable == 0 && files > 0;
    if (!json) {
      console.out().println(well ? paint.good(summary()) : paint.bad(summary()));
    }
    return well;
  }

  private String summary() {
    String found =
        files == 0 && unreadable == 0
            ? "no job file was found"
            : problems == 0
                ? "no problem"
                : count(problems, "problem") + " in " + count(faulty, "file");
    return count(files, "file")
        + " checked: "
        + found
        + (unreadable == 0 ? "" : "; " + unreadable + " could not be read")
        + (unread == 0 ? "" : "; " + count(unread, "file") + " not read by Upstart");
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
