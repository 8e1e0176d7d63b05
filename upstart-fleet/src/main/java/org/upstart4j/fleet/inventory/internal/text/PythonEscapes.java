package org.upstart4j.fleet.inventory.internal.text;

import java.util.HexFormat;

/** What backslashes stand for in a text of Python. */
final class PythonEscapes {

  private static final String SHORT = "\\'\"abfnrtv";
  private static final String MEANT = "\\'\"\u0007\b\f\n\r\t\u000b";

  private final String raw;
  private final boolean bytes;
  private final StringBuilder undone = new StringBuilder();
  private int at;

  private PythonEscapes(String raw, boolean bytes) {
    this.raw = raw;
    this.bytes = bytes;
  }

  /**
   * {@return the text that is meant}
   *
   * @throws NoLiteral if an escape is incomplete, which Python rejects
   */
  static String undo(String raw, boolean bytes) throws NoLiteral {
    PythonEscapes escapes = new PythonEscapes(raw, bytes);
    while (escapes.at < raw.length()) {
      char next = raw.charAt(escapes.at++);
      if (next == '\\') {
        escapes.escape(raw.charAt(escapes.at++));
      } else {
        escapes.undone.append(next);
      }
    }
    return escapes.undone.toString();
  }

  private void escape(char kind) throws NoLiteral {
    int known = SHORT.indexOf(kind);
    if (known >= 0) {
      undone.append(MEANT.charAt(known));
    } else if (kind >= '0' && kind <= '7') {
      octal();
    } else if (kind == 'x') {
      undone.append((char) hexadecimal(2));
    } else if (!bytes && (kind == 'u' || kind == 'U')) {
      int point = hexadecimal(kind == 'u' ? 4 : 8);
      if (!Character.isValidCodePoint(point)) {
        throw new NoLiteral();
      }
      undone.appendCodePoint(point);
    } else if (!bytes && kind == 'N') {
      named();
    } else {
      undone.append('\\').append(kind);
    }
  }

  private void octal() {
    int start = at - 1;
    while (at < raw.length() && at < start + 3 && raw.charAt(at) >= '0' && raw.charAt(at) <= '7') {
      at++;
    }
    int code = Integer.parseInt(raw.substring(start, at), 8);
    undone.append((char) (bytes ? code & 0xff : code));
  }

  private int hexadecimal(int digits) throws NoLiteral {
    int code = 0;
    for (int i = 0; i < digits; i++) {
      if (at == raw.length() || !HexFormat.isHexDigit(raw.charAt(at)) || code > 0xffffff) {
        throw new NoLiteral();
      }
      code = code * 16 + HexFormat.fromHexDigit(raw.charAt(at++));
    }
    return code;
  }

  private void named() throws NoLiteral {
    int close = raw.indexOf('}', at);
    if (close < 0 || raw.charAt(at) != '{') {
      throw new NoLiteral();
    }
    try {
      undone.appendCodePoint(Character.codePointOf(raw.substring(at + 1, close)));
    } catch (IllegalArgumentException unknown) {
      throw new NoLiteral();
    }
    at = close + 1;
  }
}
