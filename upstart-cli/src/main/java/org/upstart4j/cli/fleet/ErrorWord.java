package org.upstart4j.cli.fleet;

import java.util.Locale;
import org.upstart4j.UpstartException;

/** The word for a kind of error, which programs may rely on. */
final class ErrorWord {

  private ErrorWord() {}

  /** For example {@code unknown-job}, {@code job-failed}, {@code timeout}, {@code unavailable}. */
  static String of(UpstartException error) {
    return error
        .getClass()
        .getSimpleName()
        .replaceFirst("Exception$", "")
        .replaceFirst("^Upstart", "")
        .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
        .toLowerCase(Locale.ROOT);
  }
}
