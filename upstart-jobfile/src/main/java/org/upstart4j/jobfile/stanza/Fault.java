package org.upstart4j.jobfile.stanza;

/** What can be wrong with a job file, in Upstart's own words. */
public enum Fault {
  /** A word is missing, or is empty. */
  EXPECTED_TOKEN("NIH_CONFIG_EXPECTED_TOKEN", "Expected token"),
  /** A word stands where the line should end. */
  UNEXPECTED_TOKEN("NIH_CONFIG_UNEXPECTED_TOKEN", "Unexpected token"),
  /** The file ends with a backslash. */
  TRAILING_SLASH("NIH_CONFIG_TRAILING_SLASH", "Trailing slash in file"),
  /** A quote is never closed. */
  UNTERMINATED_QUOTE("NIH_CONFIG_UNTERMINATED_QUOTE", "Unterminated quoted string"),
  /** A script has no {@code end script}. */
  UNTERMINATED_BLOCK("NIH_CONFIG_UNTERMINATED_BLOCK", "Unterminated block"),
  /** The stanza's name, or the word after it, is unknown. */
  UNKNOWN_STANZA("NIH_CONFIG_UNKNOWN_STANZA", "Unknown stanza"),
  /** Not a number of seconds. */
  ILLEGAL_INTERVAL("PARSE_ILLEGAL_INTERVAL", "Illegal interval, expected number of seconds"),
  /** Not an exit status. */
  ILLEGAL_EXIT("PARSE_ILLEGAL_EXIT", "Illegal exit status, expected integer"),
  /** Not a signal. Upstart reports it without a line number. */
  ILLEGAL_SIGNAL("PARSE_ILLEGAL_SIGNAL", "Illegal signal status, expected integer"),
  /** Not a file creation mask. */
  ILLEGAL_UMASK("PARSE_ILLEGAL_UMASK", "Illegal file creation mask, expected octal integer"),
  /** Not a priority. */
  ILLEGAL_NICE("PARSE_ILLEGAL_NICE", "Illegal nice value, expected -20 to 19"),
  /** Not an adjustment for the out-of-memory killer, of the old kind. */
  ILLEGAL_OOM("PARSE_ILLEGAL_OOM", "Illegal oom adjustment, expected -16 to 15 or 'never'"),
  /** Not a score for the out-of-memory killer. */
  ILLEGAL_OOM_SCORE(
      "PARSE_ILLEGAL_OOM", "Illegal oom score adjustment, expected -999 to 1000 or 'never'"),
  /** Not a limit. */
  ILLEGAL_LIMIT("PARSE_ILLEGAL_LIMIT", "Illegal limit, expected 'unlimited' or integer"),
  /** A condition lacks an event. */
  EXPECTED_EVENT("PARSE_EXPECTED_EVENT", "Expected event"),
  /** A condition lacks {@code and} or {@code or}. */
  EXPECTED_OPERATOR("PARSE_EXPECTED_OPERATOR", "Expected operator"),
  /** A value without a name stands after one with a name. */
  EXPECTED_VARIABLE("PARSE_EXPECTED_VARIABLE", "Expected variable name before value"),
  /** Parentheses do not pair. */
  MISMATCHED_PARENS("PARSE_MISMATCHED_PARENS", "Mismatched parentheses"),
  /** The file cannot be read, or has a name that is no text. Only {@code JobDirectory} finds it. */
  UNREADABLE("UNREADABLE", "Error while loading configuration file");

  private final String code;
  private final String message;

  Fault(String code, String message) {
    this.code = code;
    this.message = message;
  }

  /**
   * {@return the name that Upstart's source gives the error, for example {@code
   * NIH_CONFIG_UNKNOWN_STANZA}; {@code UNREADABLE} is not one of Upstart's}
   */
  public String code() {
    return code;
  }

  /** {@return the message that Upstart prints, for example {@code Unknown stanza}} */
  public String message() {
    return message;
  }

  /**
   * {@return whether Upstart prints the line of the error: not for an illegal signal, or for a file
   * that cannot be read}
   */
  public boolean hasLine() {
    return this != ILLEGAL_SIGNAL && this != UNREADABLE;
  }
}
