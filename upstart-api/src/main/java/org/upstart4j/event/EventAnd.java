package org.upstart4j.event;

/**
 * The condition that both hold.
 *
 * @param left the left-hand side
 * @param right the right-hand side
 */
public record EventAnd(EventExpression left, EventExpression right) implements EventExpression {

  @Override
  public String plainText() {
    return Trees.plainText(this);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EventAnd that && Trees.equal(this, that);
  }

  @Override
  public int hashCode() {
    return Trees.hash(this);
  }

  @Override
  public String toString() {
    return Trees.text(this);
  }
}
