package org.upstart4j.cli.prove.machine;

/**
 * How a command ended.
 *
 * @param result whether it did what it was to do
 * @param message what the machine said about it, for people; may be empty
 */
public record Outcome(Result result, String message) {

  /** Whether a command did what it was to do. */
  public enum Result {
    /** It did. */
    DONE("is done"),
    /** It did not. */
    FAILED("fails"),
    /** It did not end in time. */
    TIMED_OUT("does not end");

    private final String text;

    Result(String text) {
      this.text = text;
    }

    /** {@return the result in words} */
    public String text() {
      return text;
    }
  }

  /** {@return the outcome of a command that did what it was to do} */
  public static Outcome done() {
    return new Outcome(Result.DONE, "");
  }
}
