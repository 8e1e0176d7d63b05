package org.upstart4j.analysis.internal.rule;

import java.util.Optional;
import org.upstart4j.analysis.internal.shell.Node;

/**
 * Something in a script that only bash knows.
 *
 * @param node the part of the script
 * @param message what is wrong
 * @param effect what dash does with it
 * @param instead what to write, as a sentence
 * @param replacement how to write it for every shell
 */
record Bashism(
    Node node, String message, String effect, String instead, Optional<Replacement> replacement) {

  /**
   * A text that means the same to every shell.
   *
   * @param start the offset in the script of the first character that it replaces
   * @param end the offset behind the last one
   * @param text the text
   */
  record Replacement(int start, int end, String text) {}

  static Bashism of(Node node, String message, String effect, String instead) {
    return new Bashism(node, message, effect, instead, Optional.empty());
  }

  /** One that stops the script before it runs. */
  static Bashism syntax(Node node, String what, String instead) {
    return of(
        node, "dash has no " + what, "it refuses the whole script with a syntax error", instead);
  }

  /** One that stops the script when it comes to it. */
  static Bashism stopping(Node node, String what, String instead) {
    return of(node, "dash has no " + what, "the script ends with an error at this place", instead);
  }

  Bashism replacing(int start, int end, String text) {
    return new Bashism(
        node, message, effect, instead, Optional.of(new Replacement(start, end, text)));
  }
}
