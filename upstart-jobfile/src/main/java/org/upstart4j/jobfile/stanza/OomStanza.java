package org.upstart4j.jobfile.stanza;

/**
 * How likely the kernel's out-of-memory killer takes the job: {@code oom score 500}, {@code oom
 * never}.
 *
 * @param score -1000 (never) to 1000
 */
public record OomStanza(int score) implements TypedStanza {

  /** Never. */
  public static final OomStanza NEVER = new OomStanza(-1000);

  /**
   * Makes an adjustment of the score.
   *
   * @param score -1000 (never) to 1000
   * @throws IllegalArgumentException if it is not from -1000 to 1000
   */
  public OomStanza {
    if (score < -1000 || score > 1000) {
      throw new IllegalArgumentException("An oom score is from -1000 to 1000, not " + score);
    }
  }

  @Override
  public StanzaName name() {
    return StanzaName.OOM;
  }
}
