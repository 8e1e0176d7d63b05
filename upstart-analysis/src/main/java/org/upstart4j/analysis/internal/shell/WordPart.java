package org.upstart4j.analysis.internal.shell;

import java.util.List;
import java.util.Optional;

/** A part of a word. */
public sealed interface WordPart extends Node {

  /** {@return the text that it always stands for, if it is constant} */
  default Optional<String> constant() {
    return Optional.empty();
  }

  @Override
  default List<? extends Node> children() {
    return List.of();
  }

  /** Text without meaning to the shell. */
  record Literal(String text, int start, int end) implements WordPart {
    @Override
    public Optional<String> constant() {
      return Optional.of(text);
    }
  }

  /** A character behind a backslash. */
  record Escaped(String text, int start, int end) implements WordPart {
    @Override
    public Optional<String> constant() {
      return Optional.of(text);
    }
  }

  /**
   * Text in single quotes.
   *
   * @param text the text, as it is written
   * @param dollar whether it is bash's <code>$'...'</code>
   */
  record SingleQuoted(String text, boolean dollar, int start, int end) implements WordPart {
    @Override
    public Optional<String> constant() {
      return dollar && text.indexOf('\\') >= 0 ? Optional.empty() : Optional.of(text);
    }
  }

  /**
   * Text in double quotes.
   *
   * @param parts its parts
   * @param dollar whether it is bash's <code>$"..."</code>
   */
  record DoubleQuoted(List<WordPart> parts, boolean dollar, int start, int end)
      implements WordPart {
    public DoubleQuoted {
      parts = List.copyOf(parts);
    }

    @Override
    public Optional<String> constant() {
      return literal(parts);
    }

    @Override
    public List<WordPart> children() {
      return parts;
    }
  }

  /**
   * The value of a variable or of a special parameter.
   *
   * @param name the name, for example {@code HOME}, {@code 1} or {@code ?}
   * @param prefix {@code #}, {@code !} or nothing
   * @param subscript bash's subscript, or nothing
   * @param operator the operator behind the name, for example {@code :-}, or nothing
   * @param argument what follows the operator
   * @param braces whether it is in braces
   */
  record Parameter(
      String name,
      String prefix,
      String subscript,
      String operator,
      List<WordPart> argument,
      boolean braces,
      int start,
      int end)
      implements WordPart {
    public Parameter {
      argument = List.copyOf(argument);
    }

    @Override
    public List<WordPart> children() {
      return argument;
    }
  }

  /** What commands print. */
  record Substitution(Block body, boolean backticks, int start, int end) implements WordPart {
    @Override
    public List<Block> children() {
      return List.of(body);
    }
  }

  /**
   * The value of a calculation.
   *
   * @param parts its parts
   * @param brackets whether it is bash's old {@code $[ ]}
   */
  record Calculation(List<WordPart> parts, boolean brackets, int start, int end)
      implements WordPart {
    public Calculation {
      parts = List.copyOf(parts);
    }

    @Override
    public List<WordPart> children() {
      return parts;
    }
  }

  /**
   * Bash's name of a pipe to commands.
   *
   * @param body the commands
   * @param direction {@code <} or {@code >}
   */
  record ProcessSubstitution(Block body, String direction, int start, int end) implements WordPart {
    @Override
    public List<Block> children() {
      return List.of(body);
    }
  }

  /**
   * A home folder.
   *
   * @param user the user, or nothing for the one who runs the script
   */
  record Tilde(String user, int start, int end) implements WordPart {}

  /** A character of a pattern for file names. */
  record Glob(String text, int start, int end) implements WordPart {}

  /** Bash's value of an array. */
  record ArrayValue(List<ShellWord> elements, int start, int end) implements WordPart {
    public ArrayValue {
      elements = List.copyOf(elements);
    }

    @Override
    public List<ShellWord> children() {
      return elements;
    }
  }

  /** What lies too deep to be read. */
  record TooDeep(int start, int end) implements WordPart {}

  /** {@return the text of parts, with a star for each that is not constant} */
  static String pattern(List<WordPart> parts) {
    StringBuilder pattern = new StringBuilder();
    for (WordPart part : parts) {
      pattern.append(
          part instanceof DoubleQuoted quoted
              ? pattern(quoted.parts())
              : part.constant().orElse("*"));
    }
    return pattern.toString();
  }

  /** {@return the text of constant parts, or nothing if one is not} */
  static Optional<String> literal(List<WordPart> parts) {
    if (parts.size() == 1) {
      return parts.get(0).constant();
    }
    StringBuilder text = new StringBuilder();
    for (WordPart part : parts) {
      Optional<String> constant = part.constant();
      if (constant.isEmpty()) {
        return Optional.empty();
      }
      text.append(constant.get());
    }
    return Optional.of(text.toString());
  }
}
