package org.upstart4j.cli.why;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.upstart4j.Capability;
import org.upstart4j.JobStatus;
import org.upstart4j.PermissionDeniedException;
import org.upstart4j.Upstart;
import org.upstart4j.analysis.Why;
import org.upstart4j.analysis.reason.Answer;
import org.upstart4j.analysis.reason.Knowledge;
import org.upstart4j.analysis.reason.Reason;
import org.upstart4j.analysis.reason.UnderWay;
import org.upstart4j.state.UpstartState;

/**
 * Who waits for whom, on one line, down to the one that holds all others up. Nothing if Upstart
 * does not tell its state, or not to this user.
 */
public final class WaitChain {

  private static final String WAITS_FOR = " waits for ";

  private WaitChain() {}

  /** What an instance waits for: {@code web waits for migrate start/pre-start, process 4711}. */
  public static Optional<String> ofInstance(Upstart upstart, JobStatus status) {
    return why(upstart)
        .map(why -> why.instance(status.job(), status.instance()))
        .map(Answer::reasons)
        .flatMap(WaitChain::of)
        .map(rest -> label(status) + WAITS_FOR + rest);
  }

  /** What an event waits for that is not done. */
  public static Optional<String> ofEvent(Upstart upstart, String event) {
    return why(upstart)
        .map(why -> why.holders(event))
        .flatMap(WaitChain::of)
        .map(rest -> event + WAITS_FOR + rest);
  }

  private static Optional<Why> why(Upstart upstart) {
    if (!upstart.capabilities().contains(Capability.STATE_DUMP)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Why.of(Knowledge.of(UpstartState.of(upstart))));
    } catch (PermissionDeniedException notForThisUser) {
      return Optional.empty();
    }
  }

  /** Only the last one, which holds up all others, is told with its state. */
  private static Optional<String> of(List<Reason> reasons) {
    List<String> holders = new ArrayList<>();
    Optional<JobStatus> last = Optional.empty();
    List<Reason> next = reasons;
    while (!next.isEmpty()) {
      Reason reason = next.get(0);
      if (reason instanceof UnderWay.HeldByJob held) {
        last.map(WaitChain::label).ifPresent(holders::add);
        last = Optional.of(held.holder());
      } else if (reason instanceof UnderWay.HeldByCondition held) {
        last.map(WaitChain::label).ifPresent(holders::add);
        last = Optional.empty();
        holders.add("the rest of the " + held.stanza() + " of " + held.job());
      }
      next = reason.because();
    }
    last.map(WaitChain::text).ifPresent(holders::add);
    return holders.isEmpty()
        ? Optional.empty()
        : Optional.of(String.join(", which" + WAITS_FOR, holders));
  }

  private static String label(JobStatus status) {
    return JobStatus.label(status.job(), status.instance());
  }

  private static String text(JobStatus status) {
    return status.toString().replace("\n\t", ", ");
  }
}
