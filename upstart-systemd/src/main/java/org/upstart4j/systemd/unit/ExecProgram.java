package org.upstart4j.systemd.unit;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.upstart4j.jobfile.internal.text.ByteText;
import org.upstart4j.systemd.internal.unit.SafeText;
import org.upstart4j.systemd.internal.unit.Specifiers;
import org.upstart4j.systemd.internal.unit.WordWriter;
import org.upstart4j.systemd.unit.ExecCommand.Prefix;

/**
 * The first word of a command, without its quotes.
 *
 * @param prefixes what the characters before the program say
 * @param name the program
 */
record ExecProgram(Set<Prefix> prefixes, String name) {

  private static final int LONGEST_NAME = 255;
  private static final int LONGEST_PATH = 4095;

  /** The three that systemd takes only one of; it reads a second {@code !} as {@code !!}. */
  private static final Set<Prefix> RIGHTS =
      EnumSet.of(Prefix.FULL_RIGHTS, Prefix.NO_SETUID, Prefix.AMBIENT);

  /** Parts the characters that say something from the program; each says it only once. */
  static ExecProgram read(String first) {
    EnumSet<Prefix> prefixes = EnumSet.noneOf(Prefix.class);
    int i = 0;
    while (i < first.length() && take(first.charAt(i), prefixes)) {
      i++;
    }
    return new ExecProgram(prefixes, first.substring(i));
  }

  private static boolean take(char c, EnumSet<Prefix> prefixes) {
    boolean hasRights = prefixes.stream().anyMatch(RIGHTS::contains);
    return switch (c) {
      case '-' -> prefixes.add(Prefix.IGNORE_FAILURE);
      case '@' -> prefixes.add(Prefix.ARGV0);
      case ':' -> prefixes.add(Prefix.NO_VARIABLES);
      case '+' -> !hasRights && prefixes.add(Prefix.FULL_RIGHTS);
      case '!' ->
          hasRights
              ? prefixes.remove(Prefix.NO_SETUID) && prefixes.add(Prefix.AMBIENT)
              : prefixes.add(Prefix.NO_SETUID);
      default -> false;
    };
  }

  /** Writes it, with the quotes that it needs. */
  String written() {
    String start = prefixes.stream().sorted().map(Prefix::text).collect(Collectors.joining());
    String first = start + name;
    if (first.equals(";") || !read(first).equals(this)) {
      throw new UnitSyntaxException(
          "systemd reads "
              + WordWriter.write(first)
              + " differently: as other prefixes, or as the end of a command; give the program's"
              + " path, and one prefix about rights at most");
    }
    return start + UnitWords.written(name);
  }

  /** Refuses what systemd does not run; what a specifier becomes is not known. */
  void require() {
    if (!Specifiers.in(name).isEmpty()) {
      return;
    }
    String path = Specifiers.read(name);
    if (path.isEmpty()) {
      throw new UnitSyntaxException("A command has no program");
    }
    if (!SafeText.is(path)) {
      throw refused("has quotes, backslashes or control characters; give it another name");
    }
    if (path.endsWith("/")) {
      throw refused("is a folder; give a file");
    }
    boolean isShort =
        bytes(path) <= LONGEST_PATH
            && Arrays.stream(path.split("/")).allMatch(name -> bytes(name) <= LONGEST_NAME);
    if (!isShort) {
      throw refused("is too long; give a shorter one");
    }
    if (!path.startsWith("/") && (path.contains("/") || path.equals(".") || path.equals(".."))) {
      throw refused("is neither a name nor an absolute path; give an absolute path");
    }
  }

  private UnitSyntaxException refused(String why) {
    return new UnitSyntaxException("A program " + why + ": " + WordWriter.write(name));
  }

  private static int bytes(String text) {
    return ByteText.encode(text).length;
  }
}
