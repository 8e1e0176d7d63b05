package org.upstart4j.cli.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.upstart4j.cli.command.ShellWords;

/** What to do with the files that were written. */
final class NextSteps {

  private static final String UNITS = "/etc/systemd/system";
  private static final int WIDTH = 100;

  private NextSteps() {}

  /** Lines for people; commands are indented. */
  static List<String> of(Converted converted, String out) {
    List<String> lines = new ArrayList<>();
    String folder = out.endsWith("/") ? out : out + "/";
    lines.add("Next, on the machine that runs systemd:");
    if (converted.scripts() > 0) {
      lines.add(
          "  copy what is in "
              + folder
              + "helpers to "
              + converted.settings().helpers()
              + ", and all else to "
              + UNITS);
    } else if (!folder.equals(UNITS + "/")) {
      lines.add("  copy what is in " + folder + " to " + UNITS);
    }
    lines.add("  systemctl daemon-reload");
    lines.addAll(enabling(converted.conversion().enabled()));
    return lines;
  }

  /** One command, broken where a shell goes on reading. */
  private static List<String> enabling(SortedSet<String> units) {
    List<String> lines = new ArrayList<>();
    if (units.isEmpty()) {
      return lines;
    }
    boolean looksLikeOption = units.first().startsWith("-");
    StringBuilder line = new StringBuilder("  systemctl enable" + (looksLikeOption ? " --" : ""));
    for (String unit : units) {
      String word = ShellWords.quote(unit);
      if (line.length() + word.length() > WIDTH) {
        lines.add(line + " \\");
        line.setLength(0);
        line.append("   ");
      }
      line.append(' ').append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
