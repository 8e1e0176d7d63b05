package org.upstart4j.event;

/**
 * The condition that either holds.
 *
 * @param left the left-hand side
 * @param right the right-hand side
 */
public record EventOr(EventExpression left, EventExpression right) implements EventExpression {

  @Override
  public String plainText() {
    return Trees.plainText(this);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EventOr that && Trees.equal(this, that);
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
