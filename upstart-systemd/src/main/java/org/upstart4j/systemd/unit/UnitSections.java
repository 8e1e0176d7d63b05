package org.upstart4j.systemd.unit;

import java.util.List;
import org.upstart4j.systemd.unit.UnitLine.Assignment;
import org.upstart4j.systemd.unit.UnitLine.Blank;
import org.upstart4j.systemd.unit.UnitLine.Comment;
import org.upstart4j.systemd.unit.UnitLine.Header;
import org.upstart4j.systemd.unit.UnitLine.Unreadable;

/** Where a new assignment belongs. */
final class UnitSections {

  private final List<UnitLine> lines;

  UnitSections(List<UnitLine> lines) {
    this.lines = lines;
  }

  /** The line after which it belongs; -1 if there is no such section. */
  int placeFor(String section, String key) {
    int header = -1;
    int same = -1;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i) instanceof Header line && line.section().equals(section)) {
        header = i;
      } else if (lines.get(i) instanceof Assignment line
          && line.section().equals(section)
          && line.key().equals(key)) {
        same = i;
      }
    }
    return same >= 0 || header < 0 ? same : end(header);
  }

  /** The last line of a section, without blank lines and the comments above the next section. */
  private int end(int header) {
    int next = header + 1;
    while (next < lines.size() && !startsSection(lines.get(next))) {
      next++;
    }
    int last = next - 1;
    while (next < lines.size() && lines.get(last) instanceof Comment) {
      last--;
    }
    while (lines.get(last) instanceof Blank) {
      last--;
    }
    return last;
  }

  private static boolean startsSection(UnitLine line) {
    return line instanceof Header
        || (line instanceof Unreadable wrong && wrong.fault() == UnitFault.INVALID_HEADER);
  }
}
