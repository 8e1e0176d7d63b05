package org.upstart4j.fleet.inventory.internal.text;

/** A text is no literal of Python, so it stands for itself. */
final class NoLiteral extends Exception {

  private static final long serialVersionUID = 1L;

  NoLiteral() {
    super(null, null, false, false);
  }
}
