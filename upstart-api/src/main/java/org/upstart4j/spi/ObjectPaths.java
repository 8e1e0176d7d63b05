package org.upstart4j.spi;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The paths of Upstart's objects on D-Bus, which its state names too. A byte of a name that is not
 * an ASCII letter or digit becomes an underscore and two hexadecimal digits; each byte from 0x80 on
 * becomes {@code _ff}, so that such a path does not tell the name.
 */
public final class ObjectPaths {

  /** The path of Upstart itself. */
  public static final String MANAGER = "/com/ubuntu/Upstart";

  /** The path below which all jobs are. */
  public static final String JOBS = MANAGER + "/jobs";

  private static final HexFormat HEX = HexFormat.of();

  /** No letter of a name. */
  private static final char NONE = '\uffff';

  private ObjectPaths() {}

  /**
   * Returns the path of a job.
   *
   * @param name the job's name
   * @return for example {@code /com/ubuntu/Upstart/jobs/web}
   */
  public static String job(String name) {
    return JOBS + '/' + encode(name);
  }

  /**
   * Returns the path of an instance of a job.
   *
   * @param job the job's name
   * @param name the instance's name
   * @return for example {@code /com/ubuntu/Upstart/jobs/tty/tty1}
   */
  public static String instance(String job, String name) {
    return job(job) + '/' + encode(name);
  }

  /**
   * Writes a name as an element of a path.
   *
   * @param name the name
   * @return the element
   */
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
   * @param element the element
   * @return the name; nothing if the element doesn't tell it, or Upstart would not write it
   */
  public static Optional<String> decode(String element) {
    if (element.equals("_")) {
      return Optional.of("");
    }
    if (element.isEmpty()) {
      return Optional.empty();
    }
    StringBuilder name = new StringBuilder(element.length());
    for (int i = 0; i < element.length(); i++) {
      char letter = element.charAt(i);
      if (letter == '_') {
        letter = escaped(element, i);
        i += 2;
      } else if (!isPlain(letter)) {
        return Optional.empty();
      }
      if (letter == NONE) {
        return Optional.empty();
      }
      name.append(letter);
    }
    return Optional.of(name.toString());
  }

  /** Returns the letter that an underscore and two digits stand for. */
  private static char escaped(String element, int at) {
    if (at + 2 >= element.length()) {
      return NONE;
    }
    int octet = 16 * digit(element.charAt(at + 1)) + digit(element.charAt(at + 2));
    return octet >= 0 && octet < 0x80 && !isPlain((char) octet) ? (char) octet : NONE;
  }

  /**
   * Returns the value of a digit that {@link #encode} writes; far below zero for another letter.
   */
  private static int digit(char letter) {
    boolean isCapital = letter >= 'A' && letter <= 'F';
    return HexFormat.isHexDigit(letter) && !isCapital ? HexFormat.fromHexDigit(letter) : -NONE;
  }
}
