package org.upstart4j.systemd.unit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.upstart4j.systemd.internal.unit.Blank;
import org.upstart4j.systemd.internal.unit.Specifiers;
import org.upstart4j.systemd.internal.unit.Utf8;
import org.upstart4j.systemd.internal.unit.WordReader;
import org.upstart4j.systemd.internal.unit.WordWriter;

/**
 * The values of settings: words, as in {@code Environment=}, and plain text, as in {@code
 * Description=}. Words and texts may hold lone surrogates U+DC80 to U+DCFF, which stand for single
 * bytes.
 *
 * <pre>{@code
 * UnitWords.write(List.of("MOTTO=it's 100%")); // "MOTTO=it's 100%%", with its quotes
 * UnitWords.read("A=1 \"B=2 3\""); // A=1, B=2 3
 * }</pre>
 */
public final class UnitWords {

  private UnitWords() {}

  /**
   * Writes words so that systemd reads each of them back as it is, byte for byte. Quotes stand
   * where they are needed. What cannot be seen, or is not UTF-8, is escaped; percent signs are
   * doubled.
   *
   * @param words the words; a word may be empty
   * @return the value of a setting; empty if there are no words
   * @throws UnitSyntaxException if a word holds a NUL
   */
  public static String write(List<String> words) {
    return words.stream()
        .map(word -> written(Specifiers.escape(word)))
        .collect(Collectors.joining(" "));
  }

  static String written(String word) {
    requireNoNul(word);
    return WordWriter.write(word);
  }

  private static void requireNoNul(String text) {
    if (text.indexOf('\0') >= 0) {
      throw new UnitSyntaxException("systemd has no way to write a NUL; leave it out");
    }
  }

  /**
   * Reads the words of a value as systemd does: without their quotes, with their escapes resolved,
   * and with one percent sign for two. A backslash before something that is no escape stays; {@code
   * Environment=} and its like then ignore the value as a whole.
   *
   * @param value the value
   * @return the words; {@linkplain #specifiers specifiers} stay in them as they are
   * @throws UnitSyntaxException if a quote is never closed, or the value holds a NUL
   */
  public static List<String> read(String value) {
    return raw(value).stream().map(Specifiers::read).toList();
  }

  /**
   * Lists the specifiers of a value, such as {@code %i}, in whose place systemd puts something
   * else.
   *
   * @param value a value of words
   * @return the specifiers in their order, each as often as it stands there
   * @throws UnitSyntaxException if a quote is never closed, or the value holds a NUL
   */
  public static List<String> specifiers(String value) {
    return raw(value).stream().flatMap(word -> Specifiers.in(word).stream()).toList();
  }

  private static List<String> raw(String value) {
    requireNoNul(value);
    WordReader reader = new WordReader(value);
    List<String> words = new ArrayList<>();
    for (String word = reader.next(); word != null; word = reader.next()) {
      words.add(word);
    }
    requireBalanced(reader, value);
    return words;
  }

  static void requireBalanced(WordReader reader, String value) {
    if (reader.isUnbalanced()) {
      throw new UnitSyntaxException("A quote is never closed in: " + value);
    }
  }

  /**
   * Writes a text that is no list of words, such as a path or a name: percent signs are doubled,
   * and everything else stays, as systemd knows no quotes and escapes here.
   *
   * @param text the text
   * @return the value of a setting
   * @throws UnitSyntaxException if systemd would read it back differently: it holds a line break, a
   *     NUL or what is not UTF-8, starts or ends with a blank, or ends with a backslash
   */
  public static String text(String text) {
    requirePlain(text);
    return Specifiers.escape(text);
  }

  /** Refuses what does not stand on the rest of a line. */
  static void requirePlain(String text) {
    if (text.chars().anyMatch(c -> c == '\n' || c == '\r' || c == '\0')) {
      throw refused(text, "holds a line break or a NUL");
    }
    if (Blank.isAround(text)) {
      throw refused(text, "starts or ends with a blank, which systemd drops");
    }
    if (endsInLoneBackslash(text)) {
      throw refused(text, "ends with a backslash, which continues the line");
    }
    if (!Utf8.isValid(text)) {
      throw refused(text, "holds what is not UTF-8 to systemd");
    }
  }

  private static UnitSyntaxException refused(String text, String why) {
    return new UnitSyntaxException(
        "A value "
            + why
            + ": "
            + WordWriter.write(text)
            + "; if the setting takes words, write it with UnitWords.write");
  }

  private static boolean endsInLoneBackslash(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == '\\') {
      end--;
    }
    return (text.length() - end) % 2 == 1;
  }

  /**
   * Writes a text for people, such as a description, on one line. Line breaks and other control
   * characters become blanks, blanks around it go, bytes that are not UTF-8 become U+FFFD, and a
   * last backslash that has no partner goes. Percent signs are doubled.
   *
   * @param text any text
   * @return the value of a setting; never refused
   */
  public static String label(String text) {
    StringBuilder line = new StringBuilder();
    text.codePoints()
        .map(c -> Character.isISOControl(c) ? ' ' : Utf8.isValid(c) ? c : 0xfffd)
        .forEach(line::appendCodePoint);
    String plain = line.toString().strip();
    while (endsInLoneBackslash(plain)) {
      plain = plain.substring(0, plain.length() - 1).strip();
    }
    return Specifiers.escape(plain);
  }
}
