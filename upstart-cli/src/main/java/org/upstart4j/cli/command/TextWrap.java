package org.upstart4j.cli.command;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines, between words. */
public final class TextWrap {

  private static final int NARROWEST = 50;

  private TextWrap() {}

  /** Paragraphs, each of which begins a line. An indented one stays indented. */
  static List<String> paragraphs(String text, int width) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : text.split("\n", -1)) {
      String blank = " ".repeat(paragraph.length() - paragraph.stripLeading().length());
      String hanging = blank.isEmpty() ? "" : blank + blank;
      lines.addAll(wrap(paragraph.strip(), blank, hanging, width - hanging.length()));
    }
    return lines;
  }

  /** One paragraph, indented. */
  public static List<String> indented(String paragraph, String indent, int width) {
    return wrap(paragraph, indent, indent, Math.max(width, NARROWEST) - indent.length());
  }

  /** One paragraph, indented from its second line on. */
  static List<String> hanging(String paragraph, String indent, int width) {
    return wrap(paragraph, "", indent, width - indent.length());
  }

  /** A term, and from a column on what it means; from its second line on that is indented. */
  static List<String> row(String term, String meaning, int column, String indent, int width) {
    List<String> lines = new ArrayList<>();
    String blank = " ".repeat(column);
    boolean fits = term.length() <= column - 2;
    if (!fits) {
      lines.add(term);
    }
    String first = fits ? term + " ".repeat(column - term.length()) : blank;
    lines.addAll(wrap(meaning, first, blank + indent, Math.max(width, NARROWEST) - column - 1));
    return lines;
  }

  /** Lines with so much room for words, after what stands before the first one and the others. */
  private static List<String> wrap(String text, String first, String others, int room) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > room) {
        lines.add((lines.isEmpty() ? first : others) + line);
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add((lines.isEmpty() ? first : others) + line);
    return lines;
  }
}
