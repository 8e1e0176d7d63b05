package org.upstart4j.analysis.internal.shell;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A redirection of a command.
 *
 * @param descriptor the number, or bash's <code>{name}</code>, before the operator, or nothing
 * @param operator the operator, for example {@code >>}
 * @param target the file, the descriptor, or the word that ends a here-document
 * @param body the here-document, or null
 * @param start the offset of its first character
 * @param end the offset after its last character, without the here-document
 */
public record Redirection(
    String descriptor,
    String operator,
    ShellWord target,
    @Nullable HereDocument body,
    int start,
    int end)
    implements Node {

  /** {@return the here-document, if it is one} */
  public Optional<HereDocument> document() {
    return Optional.ofNullable(body);
  }

  /** {@return whether it writes into a file} */
  public boolean writes() {
    return switch (operator) {
      case ">", ">>", ">|", "<>", "&>", "&>>" -> true;
      case ">&" -> target.literal().map(text -> !text.matches("[0-9]+|-")).orElse(false);
      default -> false;
    };
  }

  @Override
  public List<Node> children() {
    return Stream.concat(Stream.<Node>of(target), Stream.ofNullable(body)).toList();
  }
}
