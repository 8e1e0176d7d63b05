package org.upstart4j.systemd.unit;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.upstart4j.jobfile.internal.text.ByteText;
import org.upstart4j.systemd.internal.unit.WordWriter;

/**
 * Names of units, as {@code systemd-escape} makes them. Texts and paths may hold lone surrogates
 * U+DC80 to U+DCFF, which stand for single bytes.
 *
 * <pre>{@code
 * UnitName.escape("my job/1"); // my\x20job-1
 * UnitName.escapePath("/var/lib/"); // var-lib
 * UnitName.withInstance("web@.service", UnitName.escape("a b")); // web@a\x20b.service
 * }</pre>
 */
public final class UnitName {

  private static final int LONGEST = 255;
  private static final int LONGEST_PATH = 4095;
  private static final Set<String> TYPES =
      Set.of(
          "service",
          "socket",
          "target",
          "device",
          "mount",
          "automount",
          "swap",
          "timer",
          "path",
          "slice",
          "scope");

  private UnitName() {}

  /**
   * Escapes a text for the part of a name before the type, or for an instance.
   *
   * @param text any text
   * @return the text with {@code -} for {@code /}, and {@code \xNN} for what no name takes
   * @throws UnitSyntaxException if it holds a NUL
   */
  public static String escape(String text) {
    requireNoNul(text);
    StringBuilder escaped = new StringBuilder();
    for (byte single : ByteText.encode(text)) {
      if (single == '/') {
        escaped.append('-');
      } else if (isTaken(single)
          && single != '-'
          && single != '\\'
          && !(single == '.' && escaped.isEmpty())) {
        escaped.append((char) single);
      } else {
        escaped.append(String.format("\\x%02x", single));
      }
    }
    return escaped.toString();
  }

  private static boolean isTaken(int c) {
    return (c >= '0' && c <= '9')
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || ":-_.\\".indexOf(c) >= 0;
  }

  private static void requireNoNul(String text) {
    if (text.indexOf('\0') >= 0) {
      throw new UnitSyntaxException("A name holds no NUL; leave it out");
    }
  }

  /**
   * Gives back the text that was escaped.
   *
   * @param escaped what {@link #escape} made
   * @return the text
   * @throws UnitSyntaxException if a backslash is not followed by {@code x} and two hexadecimal
   *     digits, or they stand for a NUL
   */
  public static String unescape(String escaped) {
    byte[] from = ByteText.encode(escaped);
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    for (int i = 0; i < from.length; i++) {
      if (from[i] == '\\') {
        text.write(escapedByte(from, i, escaped));
        i += 3;
      } else {
        text.write(from[i] == '-' ? '/' : from[i]);
      }
    }
    return ByteText.decode(text.toByteArray(), 0, text.size());
  }

  private static int escapedByte(byte[] from, int backslash, String escaped) {
    if (backslash + 3 < from.length && from[backslash + 1] == 'x') {
      int high = Character.digit((char) from[backslash + 2], 16);
      int low = Character.digit((char) from[backslash + 3], 16);
      if (high >= 0 && low >= 0 && high + low > 0) {
        return high << 4 | low;
      }
    }
    throw new UnitSyntaxException(
        "A backslash in a name is followed by x and two hexadecimal digits that are not 00, unlike"
            + " in: "
            + WordWriter.write(escaped));
  }

  /**
   * Escapes a path, as {@code systemd-escape --path}. Slashes too many and {@code .} go.
   *
   * @param path a path; its first and last slashes do not count
   * @return the escaped path; {@code -} for the root and for an empty path
   * @throws UnitSyntaxException if {@code ..} stands in it, it is {@code .}, or it or a name in it
   *     is too long
   */
  public static String escapePath(String path) {
    requireNoNul(path);
    List<String> names =
        Arrays.stream(path.split("/"))
            .filter(name -> !name.isEmpty() && !name.equals("."))
            .toList();
    if (names.isEmpty() && (path.isEmpty() || path.startsWith("/"))) {
      return "-";
    }
    String simple = (path.startsWith("/") ? "/" : "") + String.join("/", names);
    requireNormal(names, simple, path);
    return escape(String.join("/", names));
  }

  private static void requireNormal(List<String> names, String simple, String path) {
    if (names.isEmpty() || names.contains("..") || names.contains(".") || names.contains("")) {
      throw refusedPath("a path with . or .. in it has no name as a unit; resolve it", path);
    }
    if (length(simple) > LONGEST_PATH || names.stream().anyMatch(name -> length(name) > LONGEST)) {
      throw refusedPath("a path is too long for any file", path);
    }
  }

  private static UnitSyntaxException refusedPath(String why, String path) {
    return new UnitSyntaxException(why + ": " + WordWriter.write(path));
  }

  private static int length(String text) {
    return ByteText.encode(text).length;
  }

  /**
   * Gives back the path that was escaped, as {@code systemd-escape --unescape --path}.
   *
   * @param escaped what {@link #escapePath} made
   * @return the absolute path
   * @throws UnitSyntaxException if it is the name of no path
   */
  public static String unescapePath(String escaped) {
    if (escaped.equals("-")) {
      return "/";
    }
    String path = "/" + unescape(escaped);
    requireNormal(List.of(path.substring(1).split("/", -1)), path, escaped);
    return path;
  }

  /**
   * Says whether a name is one of a unit.
   *
   * @param name the name, with its type
   * @return whether systemd takes it: of at most 255 letters, digits and {@code :-_.\@}, with a
   *     type that there is. Templates and instances count, too.
   */
  public static boolean isValid(String name) {
    int dot = name.lastIndexOf('.');
    return name.length() <= LONGEST
        && dot > 0
        && TYPES.contains(name.substring(dot + 1))
        && name.charAt(0) != '@'
        && name.chars().limit(dot).allMatch(c -> c == '@' || isTaken(c));
  }

  /**
   * Says whether a name is one of a template, as {@code web@.service} is.
   *
   * @param name a name
   * @return whether it is valid, and its instance is empty
   */
  public static boolean isTemplate(String name) {
    return isValid(name) && name.indexOf('@') == name.lastIndexOf('.') - 1;
  }

  /**
   * Returns the instance of a name: {@code a} of {@code web@a.service}.
   *
   * @param name a name
   * @return what stands between {@code @} and the type, escaped; nothing if the name is not valid,
   *     or is no instance
   */
  public static Optional<String> instance(String name) {
    int at = name.indexOf('@');
    return isValid(name) && at >= 0 && !isTemplate(name)
        ? Optional.of(name.substring(at + 1, name.lastIndexOf('.')))
        : Optional.empty();
  }

  /**
   * Returns the template of an instance: {@code web@.service} of {@code web@a.service}.
   *
   * @param name a name
   * @return the template; nothing if the name is not valid, or has no {@code @}
   */
  public static Optional<String> template(String name) {
    int at = name.indexOf('@');
    return isValid(name) && at >= 0
        ? Optional.of(name.substring(0, at + 1) + name.substring(name.lastIndexOf('.')))
        : Optional.empty();
  }

  /**
   * Returns the name of an instance.
   *
   * @param template the template, or any of its instances
   * @param instance the instance, escaped
   * @return the name of the unit
   * @throws UnitSyntaxException if the one is no template, or the other no instance, or they are
   *     too long together
   */
  public static String withInstance(String template, String instance) {
    String name =
        template(template)
            .map(found -> found.replace("@", "@" + instance))
            .filter(UnitName::isValid)
            .filter(found -> !instance.isEmpty())
            .orElse("");
    if (name.isEmpty()) {
      throw new UnitSyntaxException(
          WordWriter.write(instance)
              + " is no instance of "
              + WordWriter.write(template)
              + "; escape it, and keep the name within "
              + LONGEST
              + " characters");
    }
    return name;
  }
}
