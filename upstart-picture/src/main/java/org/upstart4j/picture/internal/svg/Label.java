package org.upstart4j.picture.internal.svg;

import java.util.ArrayList;
import java.util.List;
import org.upstart4j.picture.internal.shown.Shown;

/**
 * A line of text whose width is known, as its font has one width for all characters.
 *
 * @param text the text, all of it visible
 * @param columns how many characters of usual width it is as wide as
 */
public record Label(String text, int columns) {

  /** The width of a character, in parts of the font's size. */
  private static final double ADVANCE = 0.6;

  private static final String MORE = "\u2026";

  /** The text, with its middle left out where it is too wide. */
  public static Label of(String text, int mostColumns) {
    // no more than this is shown, however long the text is
    String visible = Shown.line(ends(text, mostColumns));
    int columns = columns(visible);
    if (columns <= mostColumns) {
      return new Label(visible, columns);
    }
    int head = (mostColumns - 1) * 2 / 3;
    String shortened = first(visible, head) + MORE + last(visible, mostColumns - 1 - head);
    return new Label(shortened, columns(shortened));
  }

  /**
   * The text in lines, broken between words if that is possible; the last one says if it is cut.
   */
  public static List<Label> wrap(String text, int mostColumns, int mostLines) {
    List<Label> lines = new ArrayList<>();
    String rest = Shown.line(first(text, mostColumns * (mostLines + 1)));
    while (!rest.isEmpty() && lines.size() < mostLines - 1 && columns(rest) > mostColumns) {
      String line = first(rest, mostColumns);
      int space = line.lastIndexOf(' ');
      boolean isWhole = rest.charAt(line.length()) == ' ';
      if (!isWhole && space > 0) {
        line = line.substring(0, space);
      }
      lines.add(new Label(line, columns(line)));
      rest = rest.substring(line.length()).strip();
    }
    if (columns(rest) > mostColumns) {
      rest = first(rest, mostColumns - 1) + MORE;
    }
    lines.add(new Label(rest, columns(rest)));
    return lines;
  }

  /** The width in pixels, in a font of a size. */
  double width(double size) {
    return width(columns, size);
  }

  /** The width of some columns in pixels, in a font of a size. */
  static double width(int columns, double size) {
    return columns * size * ADVANCE;
  }

  private static String ends(String text, int columns) {
    int most = columns * 4;
    return text.length() <= 2 * most
        ? text
        : text.substring(0, most) + text.substring(text.length() - most);
  }

  private static String first(String text, int columns) {
    int taken = 0;
    int end = 0;
    while (end < text.length()) {
      int character = text.codePointAt(end);
      taken += columns(character);
      if (taken > columns) {
        break;
      }
      end += Character.charCount(character);
    }
    return text.substring(0, end);
  }

  private static String last(String text, int columns) {
    int taken = 0;
    int start = text.length();
    while (start > 0) {
      int character = text.codePointBefore(start);
      taken += columns(character);
      if (taken > columns) {
        break;
      }
      start -= Character.charCount(character);
    }
    return text.substring(start);
  }

  static int columns(String text) {
    return text.codePoints().map(Label::columns).sum();
  }

  private static int columns(int character) {
    return switch (Character.getType(character)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> isWide(character) ? 2 : 1;
    };
  }

  /** Whether it is one of the blocks of East Asian characters, or a picture. */
  private static boolean isWide(int character) {
    return (character >= 0x1100 && character <= 0x115f)
        || (character >= 0x2e80 && character <= 0xa4cf && character != 0x303f)
        || (character >= 0xac00 && character <= 0xd7a3)
        || (character >= 0xf900 && character <= 0xfaff)
        || (character >= 0xfe30 && character <= 0xfe6f)
        || (character >= 0xff00 && character <= 0xff60)
        || (character >= 0xffe0 && character <= 0xffe6)
        || (character >= 0x1f300 && character <= 0x1faff)
        || (character >= 0x20000 && character <= 0x3fffd);
  }
}
