package org.upstart4j.systemd.internal.unit;

/** The characters that systemd takes in names of sections and programs. */
public final class SafeText {

  private SafeText() {}

  /** Whether a text has no quotes, backslashes and control characters. */
  public static boolean is(String text) {
    return text.chars().noneMatch(c -> c < ' ' || c == 0x7f || "\"'\\".indexOf(c) >= 0);
  }
}
