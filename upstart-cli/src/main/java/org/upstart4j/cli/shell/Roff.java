package org.upstart4j.cli.shell;

import java.util.Locale;

/** Text for man, built up. */
final class Roff {

  private final StringBuilder text = new StringBuilder();

  /** The head of a page. */
  Roff title(String name, String source) {
    return line(
        ".TH \""
            + escape(name.toUpperCase(Locale.ROOT))
            + "\" 1 \"\" \""
            + escape(source)
            + "\" \"User Commands\"");
  }

  Roff section(String name) {
    return line(".SH " + name);
  }

  /** A part of a section. */
  Roff subsection(String name) {
    return line(".SS \"" + escape(name) + "\"");
  }

  /** Words in bold type. */
  Roff bold(String words) {
    return line(".B " + argument(words));
  }

  /** Words that the next paragraph explains. */
  Roff term(String words) {
    return line(".TP").bold(words);
  }

  /** A paragraph of its own. */
  Roff paragraph(String words) {
    return line(".PP").text(words);
  }

  /** Text whose lines are joined into one paragraph. */
  Roff text(String words) {
    for (String part : words.split("\n")) {
      if (!part.isBlank()) {
        line(escape(part.strip()));
      }
    }
    return this;
  }

  /** A line that stays as it is. */
  Roff asIs(String words) {
    return line(".nf").line(escape(words)).line(".fi");
  }

  private Roff line(String line) {
    text.append(line).append('\n');
    return this;
  }

  private static String argument(String words) {
    return "\"" + escape(words).replace("\"", "\\(dq") + "\"";
  }

  /** What roff would take for its own: backslashes, hyphens, and what begins a line. */
  private static String escape(String words) {
    String escaped = words.replace("\\", "\\e").replace("-", "\\-");
    return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
