package org.upstart4j.initctl.internal;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.upstart4j.spi.ShellSpelling;

/** Words that get to a program as they are, or not at all. */
public final class Words {

  private static final char LAST_ASCII = 0x7f;

  /** Spells each of its arguments out, and becomes the program that they are. */
  private static final String SPELL_OUT =
      "n=$#; while [ \"$n\" -gt 0 ]; do w=$(printf %bx \"$1\"); shift;"
          + " set -- \"$@\" \"${w%x}\"; n=$((n-1)); done; exec \"$@\"";

  /** What Java makes bytes of the words of a program with. */
  private static final Charset CHARSET =
      Runtime.version().feature() < 18
          ? Charset.defaultCharset()
          : Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));

  private Words() {}

  /** Returns a text that holds no NUL character. */
  public static String requireNoNul(String text, String what) {
    if (text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException(
          what
              + " holds no NUL character, unlike \""
              + withoutValue(text.replace('\0', '?'))
              + '"');
    }
    return text;
  }

  /** Returns the name of a variable. */
  public static String requireVariableName(String name) {
    if (name.isEmpty() || name.indexOf('=') >= 0) {
      throw new IllegalArgumentException(
          "A variable's name is not empty and holds no =, unlike \"" + name + '"');
    }
    return requireNoNul(name, "A variable's name");
  }

  /**
   * Returns an argument that initctl takes for no option, and whose line it prints in one.
   *
   * @param word the argument
   * @param what what it is, the beginning of a sentence
   * @throws IllegalArgumentException if it begins with {@code -}, or holds a NUL character or the
   *     end of a line
   */
  public static String requireArgument(String word, String what) {
    requireNoNul(word, what);
    if (word.startsWith("-")) {
      throw new IllegalArgumentException(
          what
              + " that begins with - would be an option of initctl: \""
              + withoutValue(word)
              + '"');
    }
    return requireOneLine(word, what);
  }

  /** Returns a text without the end of a line, as initctl's answers are lines. */
  public static String requireOneLine(String text, String what) {
    requireNoNul(text, what);
    if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
      throw new IllegalArgumentException(
          what
              + " holds no end of a line over initctl, unlike \""
              + withoutValue(text.replace("\n", "\\n").replace("\r", "\\r"))
              + '"');
    }
    return text;
  }

  /** Returns words for people: of a variable only the name, as its value may be a secret. */
  public static String withoutValues(List<String> words) {
    return words.stream().map(Words::withoutValue).collect(Collectors.joining(" "));
  }

  /** Returns a text for people: up to the first {@code =}, as a value may follow. */
  public static String withoutValue(String text) {
    int name = text.indexOf('=');
    return name < 0 ? text : text.substring(0, name + 1) + "...";
  }

  /** Returns the words as one line that a POSIX shell takes for just these words. */
  public static String quoted(List<String> words) {
    return words.stream().map(ShellSpelling::quoted).collect(Collectors.joining(" "));
  }

  /**
   * Says whether Java hands texts to programs as they are: not in a locale that can't spell them.
   */
  public static boolean reachPrograms(Collection<String> texts) {
    if (CHARSET.equals(StandardCharsets.UTF_8)) {
      return true;
    }
    CharsetEncoder encoder = CHARSET.newEncoder();
    return texts.stream().allMatch(text -> isAscii(text) || isUtf8(text, encoder));
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c <= LAST_ASCII);
  }

  private static boolean isUtf8(String text, CharsetEncoder encoder) {
    return encoder.canEncode(text)
        && new String(text.getBytes(CHARSET), StandardCharsets.UTF_8).equals(text);
  }

  /** Returns words of ASCII that run the same program with the same arguments in UTF-8. */
  public static List<String> spelledInAscii(List<String> words) {
    List<String> all = new ArrayList<>(List.of("/bin/sh", "-c", SPELL_OUT, "sh"));
    words.forEach(word -> all.add(ShellSpelling.inAscii(word)));
    return all;
  }
}
