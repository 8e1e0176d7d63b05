package org.upstart4j.initctl.internal;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.upstart4j.spi.ShellSpelling;

/** Makes sure that words reach a program unchanged, or not at all. */
public final class CommandWords {

  private static final char LAST_ASCII = 0x7f;

  /** Decodes each of its arguments, and then becomes the program that they name. */
  private static final String SPELL_OUT =
      "n=$#; while [ \"$n\" -gt 0 ]; do w=$(printf %bx \"$1\"); shift;"
          + " set -- \"$@\" \"${w%x}\"; n=$((n-1)); done; exec \"$@\"";

  /** How Java encodes the words of a program. */
  private static final Charset CHARSET =
      Runtime.version().feature() < 18
          ? Charset.defaultCharset()
          : Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));

  private CommandWords() {}

  /** Returns a text that holds no NUL character. */
  public static String requireNoNul(String text, String what) {
    if (text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException(
          what
              + " must not hold a NUL character: \""
              + withoutValue(text.replace('\0', '?'))
              + '"');
    }
    return text;
  }

  /** Returns the name of a variable. */
  public static String requireVariableName(String name) {
    if (name.isEmpty() || name.indexOf('=') >= 0) {
      throw new IllegalArgumentException(
          "A variable's name must not be empty or hold =: \"" + name + '"');
    }
    return requireNoNul(name, "A variable's name");
  }

  /**
   * Returns an argument that initctl cannot mistake for an option, and that fits on one line of its
   * output.
   *
   * @param word the argument
   * @param what what it is, to begin the error's message
   * @throws IllegalArgumentException if it begins with {@code -}, or holds a NUL character or the
   *     end of a line
   */
  public static String requireArgument(String word, String what) {
    requireNoNul(word, what);
    if (word.startsWith("-")) {
      throw new IllegalArgumentException(
          what
              + " must not begin with -, as initctl would take it for an option: \""
              + withoutValue(word)
              + '"');
    }
    return requireOneLine(word, what);
  }

  /** Returns a text without line breaks, as initctl's answers are lines. */
  public static String requireOneLine(String text, String what) {
    requireNoNul(text, what);
    if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
      throw new IllegalArgumentException(
          what
              + " must not hold the end of a line over initctl: \""
              + withoutValue(text.replace("\n", "\\n").replace("\r", "\\r"))
              + '"');
    }
    return text;
  }

  /** Returns words for people: only the name of a variable, as its value may be a secret. */
  public static String withoutValues(List<String> words) {
    return words.stream().map(CommandWords::withoutValue).collect(Collectors.joining(" "));
  }

  /** Returns a text for people: up to the first {@code =}, as a value may follow. */
  public static String withoutValue(String text) {
    int name = text.indexOf('=');
    return name < 0 ? text : text.substring(0, name + 1) + "...";
  }

  /** Returns one line that a POSIX shell splits into exactly these words. */
  public static String quoted(List<String> words) {
    return words.stream().map(ShellSpelling::quoted).collect(Collectors.joining(" "));
  }

  /**
   * Returns whether Java passes texts to programs unchanged: not in a locale that cannot encode
   * them.
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
