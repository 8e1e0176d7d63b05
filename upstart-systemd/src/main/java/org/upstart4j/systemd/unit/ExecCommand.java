package org.upstart4j.systemd.unit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.upstart4j.systemd.internal.unit.Specifiers;
import org.upstart4j.systemd.internal.unit.Variables;
import org.upstart4j.systemd.internal.unit.WordReader;

/**
 * A command of {@code ExecStart=} and its like.
 *
 * <pre>{@code
 * new ExecCommand(Set.of(Prefix.IGNORE_FAILURE), List.of("/bin/echo", "5$ or 100%")).text();
 * // -/bin/echo "5$$ or 100%%"
 * }</pre>
 *
 * @param prefixes what the characters before the program say
 * @param words the program and its arguments. With {@link Prefix#ARGV0} the second word is the name
 *     that the program is given for itself. A word may hold lone surrogates U+DC80 to U+DCFF, which
 *     stand for single bytes.
 * @param isExpanded whether systemd puts something else in the place of variables, such as {@code
 *     $HOME}, and specifiers, such as {@code %i}; two dollar or percent signs then stand for one.
 *     Otherwise the words are as they arrive at the program.
 */
public record ExecCommand(Set<Prefix> prefixes, List<String> words, boolean isExpanded) {

  /** What characters before the program say. */
  public enum Prefix {
    /** {@code -}: failure does not count. */
    IGNORE_FAILURE("-"),
    /** {@code :}: dollar signs are left alone; from 242. */
    NO_VARIABLES(":"),
    /** {@code +}: with full rights; from 231. Not with the next two. */
    FULL_RIGHTS("+"),
    /** {@code !}: with full rights, but within the sandbox; from 235. Not with the next one. */
    NO_SETUID("!"),
    /** {@code !!}: as {@code !}, where the kernel has no ambient capabilities; from 235. */
    AMBIENT("!!"),
    /** {@code @}: the second word is the program's own name for itself. */
    ARGV0("@");

    private final String text;

    Prefix(String text) {
      this.text = text;
    }

    /** {@return the characters} */
    public String text() {
      return text;
    }
  }

  /**
   * Makes a command.
   *
   * @param prefixes what the characters before the program say
   * @param words the program and its arguments
   * @param isExpanded whether variables and specifiers stand in the words
   */
  public ExecCommand {
    prefixes =
        prefixes.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(prefixes));
    words = List.copyOf(words);
  }

  /**
   * Makes a command whose words arrive at the program as they are.
   *
   * @param prefixes what the characters before the program say
   * @param words the program and its arguments
   */
  public ExecCommand(Set<Prefix> prefixes, List<String> words) {
    this(prefixes, words, false);
  }

  /**
   * Reads the value of a setting as systemd does.
   *
   * @param value the value; semicolons that stand alone part several commands
   * @return the commands; none if the value is empty
   * @throws UnitSyntaxException if systemd refuses the value or ignores a part of it: a quote is
   *     never closed, or a program is missing or has a name that it does not take
   */
  public static List<ExecCommand> read(String value) {
    WordReader reader = new WordReader(value);
    List<ExecCommand> commands = new ArrayList<>();
    while (!reader.isAtEnd()) {
      String first = reader.next();
      UnitWords.requireBalanced(reader, value);
      if (first != null && !first.equals(";")) {
        commands.add(read(first, reader));
        UnitWords.requireBalanced(reader, value);
      }
    }
    return List.copyOf(commands);
  }

  private static ExecCommand read(String first, WordReader reader) {
    ExecProgram program = ExecProgram.read(first);
    List<String> words = new ArrayList<>();
    words.add(program.name());
    while (!reader.isAtEnd() && !reader.take(";")) {
      String word = reader.take("\\;") ? ";" : reader.next();
      if (word != null) {
        words.add(word);
      }
    }
    ExecCommand expanded = new ExecCommand(program.prefixes(), words, true);
    expanded.require();
    return expanded
        .literal()
        .map(found -> new ExecCommand(program.prefixes(), found))
        .orElse(expanded);
  }

  /** The words as they arrive; nothing if variables or specifiers stand in them. */
  private Optional<List<String>> literal() {
    if (words.stream().anyMatch(word -> !Specifiers.in(word).isEmpty())) {
      return Optional.empty();
    }
    List<String> literal = new ArrayList<>(words.stream().map(Specifiers::read).toList());
    if (!has(Prefix.NO_VARIABLES)) {
      String program = literal.get(0);
      literal.replaceAll(Variables::literal);
      if (has(Prefix.ARGV0)) {
        literal.set(0, program);
      }
      if (literal.contains(null) || !literal.get(0).equals(program)) {
        return Optional.empty();
      }
    }
    return Optional.of(literal);
  }

  private boolean has(Prefix prefix) {
    return prefixes.contains(prefix);
  }

  private void require() {
    if (words.isEmpty()) {
      throw new UnitSyntaxException("A command has no program");
    }
    if (has(Prefix.ARGV0) && words.size() < 2) {
      throw new UnitSyntaxException("A command with @ has no word for the name of the program");
    }
    new ExecProgram(prefixes, words.get(0)).require();
  }

  /**
   * Writes the command as the value of a setting, with the quotes and escapes that it needs.
   *
   * @return the value, on one line. {@link #read} reads an equal command from it; but one with
   *     {@link Prefix#ARGV0} if the program's path looks as if it held a variable.
   * @throws UnitSyntaxException if systemd would refuse the command or read another one: the
   *     program is missing, has a name that systemd does not take or that starts with a prefix;
   *     prefixes exclude each other; or a word holds a NUL
   */
  public String text() {
    ExecCommand written = isExpanded ? this : escaped();
    written.require();
    StringBuilder text =
        new StringBuilder(new ExecProgram(written.prefixes, written.words.get(0)).written());
    for (String word : written.words.subList(1, written.words.size())) {
      text.append(' ').append(word.equals(";") ? "\\;" : UnitWords.written(word));
    }
    return text.toString();
  }

  /** The same command, with two signs for each dollar and percent sign that systemd looks at. */
  private ExecCommand escaped() {
    List<String> escaped = new ArrayList<>(words.stream().map(Specifiers::escape).toList());
    if (words.isEmpty() || has(Prefix.NO_VARIABLES)) {
      return new ExecCommand(prefixes, escaped, true);
    }
    String path = escaped.get(0); // systemd looks for variables everywhere but in the path
    escaped.replaceAll(Variables::escape);
    if (has(Prefix.ARGV0) || words.get(0).equals(Variables.literal(words.get(0)))) {
      escaped.set(0, path);
      return new ExecCommand(prefixes, escaped, true);
    }
    escaped.add(0, path); // the path is also the program's name for itself, which has variables
    return new ExecCommand(with(Prefix.ARGV0), escaped, true);
  }

  private Set<Prefix> with(Prefix prefix) {
    EnumSet<Prefix> more = EnumSet.of(prefix);
    more.addAll(prefixes);
    return more;
  }
}
