package org.upstart4j.analysis.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Capability;
import org.upstart4j.JobStatus;
import org.upstart4j.PermissionDeniedException;
import org.upstart4j.UnexpectedErrorException;
import org.upstart4j.UnsupportedCapabilityException;
import org.upstart4j.Upstart;
import org.upstart4j.analysis.platform.Target;
import org.upstart4j.jobfile.version.UpstartVersion;
import org.upstart4j.spi.Explaining;
import org.upstart4j.spi.LoggedMessage;
import org.upstart4j.state.JobState;
import org.upstart4j.state.StateSyntaxException;
import org.upstart4j.state.UpstartState;

/** What an Upstart tells of itself. */
final class ToldByUpstart {

  private static final String WHAT = "Which event a job waits for";

  private final @Nullable Upstart upstart;
  private final Gaps gaps;
  private final Remembered<Target> target;
  private final Remembered<Optional<UpstartState>> state = new Remembered<>(this::askForState);
  private final Remembered<List<JobStatus>> statuses = new Remembered<>(this::askForStatuses);
  private final Remembered<List<JobStatus>> later = new Remembered<>(this::askAgain);

  ToldByUpstart(@Nullable Upstart upstart, Optional<Target> wanted, Gaps gaps) {
    this.upstart = upstart;
    this.gaps = gaps;
    this.target = new Remembered<>(() -> wanted.orElseGet(this::askForTarget));
  }

  Target target() {
    return target.get();
  }

  Optional<UpstartState> state() {
    return state.get();
  }

  List<JobStatus> statuses() {
    return statuses.get();
  }

  /** How jobs stand when they are asked about once more, a moment later. */
  List<JobStatus> statusesLater() {
    return later.get();
  }

  private List<JobStatus> askAgain() {
    return upstart == null ? List.of() : upstart.statuses();
  }

  /** Whether it tells each step that it has logged. */
  boolean tellsEachStep() {
    return upstart instanceof Explaining && messages().isPresent();
  }

  /** What it has logged; nothing if it does not tell, or has logged nothing. */
  Optional<List<LoggedMessage>> messages() {
    return upstart instanceof Explaining explaining
        ? Optional.of(explaining.messages()).filter(messages -> !messages.isEmpty())
        : Optional.empty();
  }

  /** The folder of the jobs' logs, if it tells. */
  Optional<String> logFolder() {
    return upstart instanceof Explaining explaining ? explaining.logFolder() : Optional.empty();
  }

  private Target askForTarget() {
    return Target.of(
        upstart == null
            ? UpstartVersion.NEWEST
            : UpstartVersion.find(numbers(upstart)).orElse(UpstartVersion.NEWEST));
  }

  private static String numbers(Upstart upstart) {
    return upstart.version().numbers().stream()
        .map(String::valueOf)
        .collect(Collectors.joining("."));
  }

  private Optional<UpstartState> askForState() {
    if (upstart == null) {
      return Optional.empty();
    } else if (!upstart.capabilities().contains(Capability.STATE_DUMP)) {
      gaps.add(WHAT, untold(upstart));
      return Optional.empty();
    }
    try {
      return Optional.of(UpstartState.of(upstart));
    } catch (PermissionDeniedException denied) {
      gaps.add(WHAT, "only root may ask Upstart for its state");
    } catch (UnsupportedCapabilityException missing) {
      gaps.add(WHAT, untold(upstart));
    } catch (UnexpectedErrorException | StateSyntaxException failure) {
      gaps.add(WHAT, "Upstart could not tell its state: " + failure.getMessage());
    }
    return Optional.empty();
  }

  private static String untold(Upstart upstart) {
    boolean isInitctl = upstart.transport().startsWith("initctl");
    return isInitctl
        ? "initctl does not tell the state of Upstart"
        : "Upstart " + numbers(upstart) + " does not tell its state";
  }

  private List<JobStatus> askForStatuses() {
    Optional<UpstartState> known = state();
    if (known.isPresent()) {
      List<JobStatus> all = new ArrayList<>();
      known.get().jobs().forEach(job -> add(job, all));
      return List.copyOf(all);
    }
    return upstart == null ? List.of() : upstart.statuses();
  }

  private static void add(JobState job, List<JobStatus> all) {
    if (job.instances().isEmpty()) {
      all.add(JobStatus.notRunning(job.name()));
    }
    job.instances().forEach(instance -> all.add(instance.status(job.name())));
  }
}
