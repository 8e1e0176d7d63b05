package org.upstart4j.systemd.unit;

import org.upstart4j.jobfile.SourceSpan;

/**
 * A line of a unit, with those that continue it. The texts of all lines, one after the other, are
 * the file.
 */
public sealed interface UnitLine {

  /** {@return where it stands, with the line break at its end} */
  SourceSpan span();

  /** {@return the line as it is written, with its line break} */
  String text();

  /**
   * The line that starts a section.
   *
   * @param span where it stands
   * @param text the line as it is written
   * @param section the section's name
   */
  record Header(SourceSpan span, String text, String section) implements UnitLine {}

  /**
   * A setting.
   *
   * @param span where it stands
   * @param text the line as it is written
   * @param section the section that it belongs to
   * @param key what is set
   * @param value the value, without the blanks around it; where the line is continued, blanks stand
   *     for the backslash. It is empty if the line resets the setting.
   * @param keySpan where the key stands
   * @param valueSpan where the value stands, with comments between the lines that continue it
   */
  record Assignment(
      SourceSpan span,
      String text,
      String section,
      String key,
      String value,
      SourceSpan keySpan,
      SourceSpan valueSpan)
      implements UnitLine {

    /** {@return whether it takes back what was set before} */
    public boolean isReset() {
      return value.isEmpty();
    }
  }

  /**
   * A comment.
   *
   * @param span where it stands
   * @param text the line as it is written
   */
  record Comment(SourceSpan span, String text) implements UnitLine {}

  /**
   * A line with nothing in it.
   *
   * @param span where it stands
   * @param text the line as it is written
   */
  record Blank(SourceSpan span, String text) implements UnitLine {}

  /**
   * A line that systemd ignores, or at which it refuses the file.
   *
   * @param span where it stands
   * @param text the line as it is written
   * @param fault what is wrong with it
   */
  record Unreadable(SourceSpan span, String text, UnitFault fault) implements UnitLine {}
}
