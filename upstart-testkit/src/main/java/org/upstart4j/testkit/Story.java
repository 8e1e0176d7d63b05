package org.upstart4j.testkit;

/** The history of a test, where it has failed. */
final class Story extends Throwable {

  private static final long serialVersionUID = 1L;
  private static final String BEGIN = "What has happened:\n";

  private Story(History history) {
    super(BEGIN + history, null, false, false);
  }

  /** Adds the history to a message. */
  static String with(String message, History history) {
    return message + "\n" + BEGIN + history;
  }

  /** Adds the history to what a test fails with, unless it is there already. */
  static void addTo(Throwable failure, History history) {
    if (!String.valueOf(failure.getMessage()).contains(BEGIN)) {
      failure.addSuppressed(new Story(history));
    }
  }

  /** Without the name of this class, which says nothing to whoever reads it. */
  @SuppressWarnings("OverrideThrowableToString")
  @Override
  public String toString() {
    return String.valueOf(getMessage());
  }
}
