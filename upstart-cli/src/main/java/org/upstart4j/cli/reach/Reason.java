package org.upstart4j.cli.reach;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Job;
import org.upstart4j.JobFailedException;
import org.upstart4j.UnknownJobException;
import org.upstart4j.Upstart;
import org.upstart4j.UpstartException;
import org.upstart4j.cli.terminal.Visible;
import org.upstart4j.spi.Explaining;
import org.upstart4j.spi.NearNames;

/** What is known beyond Upstart's own words. */
public final class Reason {

  private Reason() {}

  /**
   * Says why something went wrong.
   *
   * @param upstart the Upstart that was asked, or null if none was
   * @return one line; nothing if only Upstart's own words are known
   */
  public static Optional<String> of(@Nullable Upstart upstart, UpstartException failure) {
    if (failure instanceof UnknownJobException unknown) {
      return unknown
          .explanation()
          .map(Visible::text)
          .or(() -> upstart == null ? Optional.empty() : of(upstart, unknown.job()));
    }
    return failure instanceof JobFailedException failed
        ? failed.failure().map(how -> Visible.text(how.toString()))
        : Optional.empty();
  }

  /** Says why an Upstart knows no job of a name. */
  public static Optional<String> of(Upstart upstart, String job) {
    try {
      Optional<String> reason =
          upstart instanceof Explaining explaining
              ? explaining.explainUnknown(job)
              : NearNames.proposal(upstart.jobs().stream().map(Job::name).toList(), job);
      return reason.map(Visible::text);
    } catch (UpstartException unanswered) {
      return Optional.empty();
    }
  }

  /** Which files an Upstart has rejected, and why, by the names of their jobs. */
  public static Map<String, String> rejected(Upstart upstart) {
    return upstart instanceof Explaining explaining ? explaining.rejectedJobs() : Map.of();
  }
}
