package org.upstart4j.systemd.internal.unit;

/** The characters between words, and around keys and values. */
public final class Blank {

  private Blank() {}

  /** Whether it is a space, a tab or a part of a line break. */
  public static boolean is(int character) {
    return character == ' ' || character == '\t' || character == '\n' || character == '\r';
  }

  /** Whether a text starts or ends with one. */
  public static boolean isAround(String text) {
    return !text.isEmpty() && (is(text.charAt(0)) || is(text.charAt(text.length() - 1)));
  }
}
