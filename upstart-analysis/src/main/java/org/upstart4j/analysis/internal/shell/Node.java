package org.upstart4j.analysis.internal.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A part of a script. Its offsets are characters of the text that was read. */
public sealed interface Node
    permits Assignment,
        Block,
        Branch,
        CaseArm,
        ShellCommand,
        HereDocument,
        Pipeline,
        Redirection,
        Statement,
        ShellWord,
        WordPart {

  /** {@return the offset of its first character} */
  int start();

  /** {@return the offset after its last character; equal to the start if something is missing} */
  int end();

  /** {@return the parts of it, in the order of the text} */
  List<? extends Node> children();

  /**
   * Hands over this part and all within it, each before its own parts. The reader bounds how deep
   * they lie in each other.
   *
   * @param visitor what takes them
   */
  default void visit(Consumer<Node> visitor) {
    visitor.accept(this);
    children().forEach(child -> child.visit(visitor));
  }

  /**
   * Collects the parts of a kind within this one, itself included.
   *
   * @param kind the kind
   * @return the parts, each before its own parts
   */
  default <T extends Node> List<T> all(Class<T> kind) {
    List<T> found = new ArrayList<>();
    visit(
        node -> {
          if (kind.isInstance(node)) {
            found.add(kind.cast(node));
          }
        });
    return List.copyOf(found);
  }
}
