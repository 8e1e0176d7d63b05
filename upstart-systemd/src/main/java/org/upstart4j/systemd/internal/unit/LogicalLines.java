package org.upstart4j.systemd.internal.unit;

import java.util.ArrayList;
import java.util.List;

/** Joins the lines of a file that a backslash continues. */
public final class LogicalLines {

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private final byte[] source;
  private final RawLines raw;
  private final List<LogicalLine> lines = new ArrayList<>();
  private boolean hasMark;

  private LogicalLines(byte[] source, RawLines raw) {
    this.source = source;
    this.raw = raw;
  }

  /** Lists the lines of a file; one after the other they are the file. */
  public static List<LogicalLine> of(byte[] source, RawLines raw) {
    LogicalLines joined = new LogicalLines(source, raw);
    int next = 0;
    while (next < raw.count()) {
      next = joined.take(next);
    }
    return joined.lines;
  }

  private int take(int first) {
    LogicalLine line = new LogicalLine(raw.start(first), isComment(first));
    lines.add(line);
    int next = first;
    do {
      int start = raw.start(next);
      int end = raw.textEnd(next);
      line.reach(end - start, raw.end(next));
      if (!isComment(next)) {
        line.append(source, start + markLength(start, end), end);
      }
      next++;
    } while (line.isContinued() && next < raw.count());
    return next;
  }

  /** A comment stays one in the middle of lines that are continued. */
  private boolean isComment(int line) {
    int i = raw.start(line);
    while (i < raw.textEnd(line) && Blank.is(source[i])) {
      i++;
    }
    return i < raw.textEnd(line) && (source[i] == '#' || source[i] == ';');
  }

  /** The length of a byte order mark, which systemd skips once, in whatever line it starts. */
  private int markLength(int start, int end) {
    if (hasMark || end - start < BYTE_ORDER_MARK.length) {
      return 0;
    }
    for (int i = 0; i < BYTE_ORDER_MARK.length; i++) {
      if (source[start + i] != BYTE_ORDER_MARK[i]) {
        return 0;
      }
    }
    hasMark = true;
    return BYTE_ORDER_MARK.length;
  }
}
