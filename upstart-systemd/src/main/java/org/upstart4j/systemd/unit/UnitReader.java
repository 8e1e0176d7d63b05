package org.upstart4j.systemd.unit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.upstart4j.jobfile.SourceSpan;
import org.upstart4j.jobfile.internal.text.ByteText;
import org.upstart4j.systemd.internal.unit.LogicalLine;
import org.upstart4j.systemd.internal.unit.LogicalLines;
import org.upstart4j.systemd.internal.unit.RawLines;
import org.upstart4j.systemd.internal.unit.SafeText;
import org.upstart4j.systemd.internal.unit.Utf8;

/** Reads the lines of a unit as systemd 252 does. */
final class UnitReader {

  private final byte[] source;
  private final RawLines raw;
  private final List<UnitLine> lines = new ArrayList<>();
  private final List<UnitProblem> problems = new ArrayList<>();
  private @Nullable String section;
  private boolean isAfterInvalidHeader;

  UnitReader(byte[] source) {
    this.source = source;
    this.raw = new RawLines(source);
    for (LogicalLine line : LogicalLines.of(source, raw)) {
      lines.add(read(line));
      if (line.isContinued()) {
        int backslash = line.lastOffset();
        problem(
            UnitFault.UNTERMINATED_CONTINUATION,
            span(backslash, backslash + 1),
            "The file ends with a backslash, which continues nothing; remove it");
      }
    }
  }

  List<UnitLine> lines() {
    return lines;
  }

  List<UnitProblem> problems() {
    return problems;
  }

  private UnitLine read(LogicalLine line) {
    if (line.isTooLong()) {
      problem(
          UnitFault.TOO_LONG,
          span(line),
          "A line has 1 MiB or more, so that systemd refuses the file; shorten it");
      return unreadable(line, UnitFault.TOO_LONG);
    }
    if (line.isComment()) {
      return new UnitLine.Comment(span(line), written(line));
    }
    String text = line.text(line.from(), line.to());
    if (text.isEmpty()) {
      return new UnitLine.Blank(span(line), written(line));
    }
    if (!Utf8.isValid(text)) {
      return unreadable(
          line,
          UnitFault.INVALID_UTF8,
          "The line is not UTF-8, so that systemd refuses the file; write \\xNN for such bytes if"
              + " the setting takes words");
    }
    if (text.startsWith("[")) {
      return header(line, text);
    }
    if (section != null) {
      return assignment(line, section);
    }
    return isAfterInvalidHeader // one problem is enough
        ? unreadable(line, UnitFault.OUTSIDE_SECTION)
        : unreadable(
            line,
            UnitFault.OUTSIDE_SECTION,
            "The line stands before the first section, and systemd ignores it; move it into one");
  }

  private UnitLine header(LogicalLine line, String text) {
    isAfterInvalidHeader = true;
    section = null;
    if (text.length() == 1 || !text.endsWith("]")) {
      return unreadable(
          line,
          UnitFault.INVALID_HEADER,
          "A section ends with ] at the end of its line; systemd refuses the file");
    }
    String name = text.substring(1, text.length() - 1);
    if (!SafeText.is(name)) {
      return unreadable(
          line,
          UnitFault.INVALID_HEADER,
          "The name of a section holds no quotes, backslashes and control characters; systemd"
              + " refuses the file");
    }
    isAfterInvalidHeader = false;
    section = name;
    return new UnitLine.Header(span(line), written(line), name);
  }

  private UnitLine assignment(LogicalLine line, String section) {
    int key = line.from();
    int end = line.to();
    int equals = line.find('=', key, end);
    if (equals == end) {
      return unreadable(
          line,
          UnitFault.MISSING_EQUALS,
          "The line has no =, and systemd ignores it; write KEY=VALUE, or # before a comment");
    }
    if (equals == key) {
      return unreadable(
          line,
          UnitFault.MISSING_KEY,
          "Nothing stands before the =, and systemd ignores the line; write KEY=VALUE");
    }
    int keyEnd = line.trimBlanks(key, equals);
    int value = line.skipBlanks(equals + 1, end);
    int afterSign = line.offset(equals) + 1;
    SourceSpan valueSpan = value == end ? span(afterSign, afterSign) : span(line, value, end);
    UnitLine.Assignment read =
        new UnitLine.Assignment(
            span(line),
            written(line),
            section,
            line.text(key, keyEnd),
            line.text(value, end),
            span(line, key, keyEnd),
            valueSpan);
    ValueCheck.problem(read).ifPresent(problems::add);
    return read;
  }

  private UnitLine unreadable(LogicalLine line, UnitFault fault, String message) {
    problem(fault, span(line, line.from(), line.to()), message);
    return unreadable(line, fault);
  }

  private UnitLine unreadable(LogicalLine line, UnitFault fault) {
    return new UnitLine.Unreadable(span(line), written(line), fault);
  }

  private void problem(UnitFault fault, SourceSpan span, String message) {
    problems.add(new UnitProblem(fault, span, message));
  }

  private String written(LogicalLine line) {
    return ByteText.decode(source, line.start(), line.end());
  }

  private SourceSpan span(LogicalLine line) {
    return span(line.start(), line.end());
  }

  private SourceSpan span(LogicalLine line, int from, int to) {
    return span(line.offset(from), line.offset(to - 1) + 1);
  }

  private SourceSpan span(int start, int end) {
    int line = raw.line(start);
    String before = ByteText.decode(source, raw.start(line), start);
    return new SourceSpan(start, end, line + 1, 1 + before.codePointCount(0, before.length()));
  }
}
