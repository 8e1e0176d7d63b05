package org.upstart4j.cli.terminal;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.Patch;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.upstart4j.jobfile.JobFile;

/** The difference of two job files, as {@code diff -u} prints it. */
public final class UnifiedDiff {

  /** A character a byte: a diff shows bytes as they are, whatever they mean. */
  private static final Charset BYTES = StandardCharsets.ISO_8859_1;

  private static final int CONTEXT = 3;
  private static final int SHORT = 1_000;
  private static final String NO_LINE_BREAK = "\n\\ No newline at end of file";

  private UnifiedDiff() {}

  /**
   * Nothing for equal files; else text that {@code patch} understands, unless it is painted for a
   * terminal.
   */
  public static byte[] between(String name, JobFile before, JobFile after, Paint paint) {
    return between(name, before, name, after, paint);
  }

  /** The same of files with names of their own. */
  public static byte[] between(
      String oldName, JobFile before, String newName, JobFile after, Paint paint) {
    List<String> old = lines(before);
    List<String> diff =
        UnifiedDiffUtils.generateUnifiedDiff(
            label(oldName), label(newName), old, differences(old, lines(after)), CONTEXT);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < diff.size(); i++) {
      String line = shown(diff.get(i), paint);
      text.append(i < 2 ? paint.strong(line) : body(line, paint)).append('\n');
    }
    return text.toString().getBytes(BYTES);
  }

  private static String label(String name) {
    return new String(name.getBytes(StandardCharsets.UTF_8), BYTES);
  }

  /** The shortest difference of short files; to find that of long ones takes too long. */
  private static Patch<String> differences(List<String> old, List<String> now) {
    return old.size() + now.size() <= SHORT
        ? DiffUtils.diff(old, now)
        : DiffUtils.diff(old, now, new LongDiff());
  }

  /** Lines with their line breaks: a last line without one differs from the same line with one. */
  private static List<String> lines(JobFile file) {
    String text = new String(file.toBytes(), BYTES);
    List<String> lines = new ArrayList<>();
    for (int start = 0; start < text.length(); ) {
      int lineBreak = text.indexOf('\n', start);
      int end = lineBreak < 0 ? text.length() : lineBreak + 1;
      lines.add(text.substring(start, end));
      start = end;
    }
    return lines;
  }

  private static String shown(String line, Paint paint) {
    return paint.terminal() ? new String(VisibleStream.show(line.getBytes(BYTES)), BYTES) : line;
  }

  private static String body(String line, Paint paint) {
    if (line.startsWith("@@")) {
      return paint.place(line);
    }
    boolean complete = line.endsWith("\n");
    String text = complete ? line.substring(0, line.length() - 1) : line;
    String painted =
        switch (line.charAt(0)) {
          case '+' -> paint.good(text);
          case '-' -> paint.removed(text);
          default -> text;
        };
    return complete ? painted : painted + NO_LINE_BREAK;
  }
}
