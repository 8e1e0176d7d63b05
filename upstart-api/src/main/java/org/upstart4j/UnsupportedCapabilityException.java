package org.upstart4j;

/**
 * This transport, or the Upstart at its end, cannot do that: see {@link Upstart#capabilities()}.
 */
public final class UnsupportedCapabilityException extends UpstartException {

  private static final long serialVersionUID = 1L;

  private final Capability capability;

  /**
   * Makes the error.
   *
   * @param capability what is missing
   * @param why who lacks it and what to do instead, a part of a sentence
   */
  public UnsupportedCapabilityException(Capability capability, String why) {
    super("No " + capability + ": " + why, null);
    this.capability = capability;
  }

  /**
   * Returns what is missing.
   *
   * @return the capability
   */
  public Capability capability() {
    return capability;
  }
}
