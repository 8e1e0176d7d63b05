package org.upstart4j.analysis.internal.rule;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.upstart4j.analysis.internal.model.CheckedJob;
import org.upstart4j.analysis.internal.model.Folder;
import org.upstart4j.analysis.internal.model.Placed;
import org.upstart4j.jobfile.ProcessSource;

/** A command that ChromeOS leaves to tmpfiles and the like. */
final class ChromeosCommandRule implements RuleCheck {

  /** Where ChromeOS's own check takes a command to begin, and which ones it does not want. */
  private static final Pattern COMMAND =
      Pattern.compile(
          "(?:^\\s*+|;|&&|\\|\\||(?:\\$\\(|`)\\s*+)"
              + "(chown|chgrp|chmod|mkdir|ln|rm|mv|cp|touch)(?=\\s)");

  private static final Pattern ALLOWED = Pattern.compile("#\\s+croslint:\\s+disable");

  @Override
  public void check(Folder folder, Report report) {
    for (CheckedJob job : ChromeosJobs.of(folder)) {
      for (Placed placed : job.conf().stanzas()) {
        placed.process().ifPresent(source -> check(placed, source, report));
      }
    }
  }

  private static void check(Placed placed, ProcessSource source, Report report) {
    String text = source.text();
    int from = 0;
    while (from < text.length()) {
      int to = lineEnd(text, from);
      String line = text.substring(from, to);
      if (!line.strip().startsWith("#") && !ALLOWED.matcher(line).find()) {
        checkLine(placed, source, line, from, report);
      }
      from = to + 1;
    }
  }

  /** The end of a line, with those that a backslash joins to it. */
  private static int lineEnd(String text, int from) {
    int end = text.indexOf('\n', from);
    while (end > from && text.charAt(end - 1) == '\\') {
      end = text.indexOf('\n', end + 1);
    }
    return end < 0 ? text.length() : end;
  }

  private static void checkLine(
      Placed placed, ProcessSource source, String line, int offset, Report report) {
    Matcher matcher = COMMAND.matcher(line);
    while (matcher.find()) {
      report.add(
          placed.file(),
          source.span(offset + matcher.start(1), offset + matcher.end(1)),
          "\"%s\" is not wanted in a job of ChromeOS".formatted(matcher.group(1)),
          "It runs as root on paths that others may have changed. ChromeOS's own check wants a"
              + " \"tmpfiles\" file for it, or \"# croslint: disable\" at the end of the line.");
    }
  }
}
