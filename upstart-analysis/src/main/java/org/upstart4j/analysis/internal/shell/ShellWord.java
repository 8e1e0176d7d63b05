package org.upstart4j.analysis.internal.shell;

import java.util.List;
import java.util.Optional;

/**
 * A word as it is written, before the shell expands it.
 *
 * @param parts its parts; none if it is missing
 * @param start the offset of its first character
 * @param end the offset after its last character
 */
public record ShellWord(List<WordPart> parts, int start, int end) implements Node {

  public ShellWord {
    parts = List.copyOf(parts);
  }

  /** {@return the text that it always stands for, if no expansion is in it} */
  public Optional<String> literal() {
    return WordPart.literal(parts);
  }

  /** {@return the text that it stands for, with a star for each expansion} */
  public String pattern() {
    return WordPart.pattern(parts);
  }

  /** {@return whether it is this text, quoted or not} */
  public boolean is(String text) {
    return literal().filter(text::equals).isPresent();
  }

  /** {@return whether nothing in it is quoted or expanded} */
  public boolean plain() {
    return parts.stream().allMatch(part -> part instanceof WordPart.Literal);
  }

  /** {@return the names of the variables that are used in it, in order} */
  public List<String> variables() {
    return ShellVariables.used(this);
  }

  @Override
  public List<WordPart> children() {
    return parts;
  }
}
