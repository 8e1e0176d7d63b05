package org.upstart4j.jobfile;

import java.util.List;
import java.util.regex.Pattern;
import org.upstart4j.jobfile.internal.rule.ScriptBody;

/**
 * A script for a process. Upstart runs it with {@code /bin/sh -e}; a script for another interpreter
 * is handed to it by the shell, as a here-document. Immutable.
 *
 * <pre>{@code
 * JobFile.builder().run(Script.python("""
 *     import time
 *     time.sleep(60)
 *     """)).build();
 * }</pre>
 *
 * <p>One line break at the very start is taken away; so are, for the shell, blanks that all lines
 * begin with, as Upstart does that itself.
 */
public final class Script {

  private static final Pattern EXPANDED = Pattern.compile("[$`\\\\]");

  private final String text;

  private Script(String text) {
    this.text = text;
  }

  /**
   * Makes a script for the shell.
   *
   * @param text the script, of any number of lines
   * @return the script
   * @throws IllegalArgumentException if it holds a NUL, or a line {@code end script}
   */
  public static Script shell(String text) {
    return new Script(read(lines(text)));
  }

  /**
   * Makes a script for bash.
   *
   * @param text the script, of any number of lines
   * @return the script
   * @throws IllegalArgumentException if it holds a NUL, or a line {@code end script}
   */
  public static Script bash(String text) {
    return of("bash -", text);
  }

  /**
   * Makes a script for Python.
   *
   * @param text the script, of any number of lines
   * @return the script
   * @throws IllegalArgumentException if it holds a NUL, or a line {@code end script}
   */
  public static Script python(String text) {
    return of("python -", text);
  }

  /**
   * Makes a script for Perl.
   *
   * @param text the script, of any number of lines
   * @return the script
   * @throws IllegalArgumentException if it holds a NUL, or a line {@code end script}
   */
  public static Script perl(String text) {
    return of("perl -", text);
  }

  /**
   * Makes a script for an interpreter that reads it from its standard input.
   *
   * @param interpreter the command as the shell takes it, for example {@code ruby -}
   * @param text the script, of any number of lines; it reaches the interpreter as it is
   * @return the script
   * @throws IllegalArgumentException if the command is not one line, or if the script holds a NUL
   *     or a line {@code end script}
   */
  public static Script of(String interpreter, String text) {
    if (interpreter.isBlank() || interpreter.chars().anyMatch(c -> c == '\n' || c == 0)) {
      throw new IllegalArgumentException("An interpreter is a command of one line");
    }
    String body = lines(text);
    String delimiter = delimiter(body);
    boolean expanded = EXPANDED.matcher(body).find();
    String quote = expanded ? "'" : "";
    return new Script(
        read(interpreter + " <<" + quote + delimiter + quote + "\n" + body + delimiter + "\n"));
  }

  /** A word that is no line of the text. */
  private static String delimiter(String body) {
    List<String> lines = body.lines().toList();
    String delimiter = "END";
    for (int i = 1; lines.contains(delimiter); i++) {
      delimiter = "END" + i;
    }
    return delimiter;
  }

  private static String lines(String text) {
    String body = text.startsWith("\n") ? text.substring(1) : text;
    return body.isEmpty() || body.endsWith("\n") ? body : body + "\n";
  }

  /** What Upstart makes of the lines of a script. */
  private static String read(String lines) {
    if (lines.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("Upstart has no way to write a NUL in a script");
    }
    return ScriptBody.read("script\n" + lines + "end script")
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "A line \"end script\" within a script ends it, and there is no way around"
                        + " that; write the line differently"));
  }

  /** {@return what stands between {@code script} and {@code end script}: whole lines} */
  public String text() {
    return text;
  }

  @Override
  public String toString() {
    return text;
  }
}
