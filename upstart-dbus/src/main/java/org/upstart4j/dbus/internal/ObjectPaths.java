package org.upstart4j.dbus.internal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The paths of Upstart's objects. Whatever is no ASCII letter or digit is written as its byte, an
 * underscore and two digits; all bytes from 0x80 on as {@code _ff}, so that such a path does not
 * tell the name.
 */
public final class ObjectPaths {

  public static final String MANAGER = "/com/ubuntu/Upstart";

  /** What the paths of jobs begin with. */
  public static final String JOBS = MANAGER + "/jobs";

  private static final HexFormat HEX = HexFormat.of();

  private ObjectPaths() {}

  /** Returns the path of a job. */
  public static String job(String name) {
    return JOBS + '/' + encode(name);
  }

  /** Returns the path of an instance of a job. */
  public static String instance(String job, String name) {
    return job(job) + '/' + encode(name);
  }

  /** Writes a name as an element of a path. */
  public static String encode(String name) {
    if (name.isEmpty()) {
      return "_";
    }
    StringBuilder element = new StringBuilder(name.length() + 8);
    for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
      if (octet < 0) {
        element.append("_ff");
      } else if (isPlain((char) octet)) {
        element.append((char) octet);
      } else {
        HEX.toHexDigits(element.append('_'), octet);
      }
    }
    return element.toString();
  }

  private static boolean isPlain(char letter) {
    return (letter >= 'a' && letter <= 'z')
        || (letter >= 'A' && letter <= 'Z')
        || (letter >= '0' && letter <= '9');
  }

  /**
   * Reads a name from an element of a path.
   *
   * @return the name; nothing if the element doesn't tell it, or is none of Upstart's
   */
  public static Optional<String> decode(String element) {
    if (element.equals("_")) {
      return Optional.of("");
    }
    ByteArrayOutputStream name = new ByteArrayOutputStream(element.length());
    for (int i = 0; i < element.length(); i++) {
      if (element.charAt(i) != '_') {
        name.write(element.charAt(i));
      } else if (isEscape(element, i)) {
        name.write(HexFormat.fromHexDigits(element, i + 1, i + 3));
        i += 2;
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(name.toString(StandardCharsets.UTF_8))
        .filter(decoded -> !element.contains("_ff") && encode(decoded).equals(element));
  }

  private static boolean isEscape(String element, int at) {
    return at + 2 < element.length()
        && HexFormat.isHexDigit(element.charAt(at + 1))
        && HexFormat.isHexDigit(element.charAt(at + 2));
  }
}
