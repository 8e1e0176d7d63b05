package org.upstart4j.analysis.finding;

import java.util.Optional;
import org.upstart4j.jobfile.Problem;
import org.upstart4j.jobfile.SourceSpan;

/**
 * What a rule found in a file.
 *
 * @param rule the rule
 * @param severity how bad it is; never {@link Severity#OFF}
 * @param file the file's path within the folder
 * @param span the text that it is about
 * @param message what is wrong, on one line
 * @param reason what Upstart does about it, and what to write instead, in a sentence or two
 * @param fix a change that takes it away, if there is one
 * @param problem for what Upstart rejects a file for, all that is known about it
 */
public record Finding(
    Rule rule,
    Severity severity,
    String file,
    SourceSpan span,
    String message,
    String reason,
    Optional<Fix> fix,
    Optional<Problem> problem) {

  /** {@return for example {@code web.conf:3:10: warning: Nobody emits "shutdwon"}} */
  @Override
  public String toString() {
    return "%s:%s: %s: %s [%s]".formatted(file, span, severity, message, rule);
  }
}
