package org.upstart4j.analysis.platform;

/**
 * A text does not describe a platform. The message says where and what is wrong: {@code line 3,
 * $.version: there is no Upstart 1.99}.
 */
public final class PlatformSyntaxException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final int line;
  private final String path;
  private final String reason;

  /**
   * Makes one.
   *
   * @param line the line, from 1
   * @param path the path of the value
   * @param reason what is wrong
   */
  PlatformSyntaxException(int line, String path, String reason) {
    super("line " + line + ", " + path + ": " + reason);
    this.line = line;
    this.path = path;
    this.reason = reason;
  }

  /** {@return the line of the text, from 1} */
  public int line() {
    return line;
  }

  /** {@return the path of the value, for example {@code $.events.ready.times}} */
  public String path() {
    return path;
  }

  /** {@return what is wrong, without the place} */
  public String reason() {
    return reason;
  }
}
