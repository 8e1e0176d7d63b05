package org.upstart4j.jobfile.stanza;

/**
 * The value of a resource limit.
 *
 * @param bits an unsigned 64-bit number; all ones mean that there is no limit
 */
public record LimitValue(long bits) {

  /** No limit. */
  public static final LimitValue UNLIMITED = new LimitValue(-1);

  /**
   * Returns a limit.
   *
   * @param value 0 or more
   * @return the limit
   * @throws IllegalArgumentException if the value is negative
   */
  public static LimitValue of(long value) {
    if (value < 0) {
      throw new IllegalArgumentException("A limit is 0 or more, or unlimited; not " + value);
    }
    return new LimitValue(value);
  }

  /** {@return whether there is no limit, as for {@link #UNLIMITED}} */
  public boolean isUnlimited() {
    return bits == -1;
  }

  /** {@return the limit as it stands in a job file: a number, or {@code unlimited}} */
  public String text() {
    return isUnlimited() ? "unlimited" : Long.toUnsignedString(bits);
  }

  @Override
  public String toString() {
    return text();
  }
}
