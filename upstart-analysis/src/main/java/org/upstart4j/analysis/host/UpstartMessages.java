package org.upstart4j.analysis.host;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.upstart4j.spi.LoggedMessage;

/** What process 1 has logged, from the kernel's log and from the files that are made of it. */
final class UpstartMessages {

  static final String WHAT = "What Upstart has logged";
  private static final int MOST = 256 * 1024;

  /** Clocks of the kernel differ a little. */
  private static final Duration BLUR = Duration.ofSeconds(1);

  private final MachineClock clock;
  private final Optional<Path> dmesg;
  private final List<Path> files;
  private final Gaps gaps;

  UpstartMessages(MachineClock clock, Optional<Path> dmesg, List<Path> files, Gaps gaps) {
    this.clock = clock;
    this.dmesg = dmesg;
    this.files = files;
    this.gaps = gaps;
  }

  /**
   * The messages, oldest first. Several Upstarts may have written there one after the other.
   *
   * @param age how long this one runs
   */
  List<LoggedMessage> since(Duration age) {
    List<String> failures = new ArrayList<>();
    Optional<LogLines> kernel = kernel(failures);
    LogLines recent = kernel.orElse(LogLines.NONE);
    Optional<LogLines> file = file(failures);
    List<LoggedMessage> all = new ArrayList<>();
    for (LoggedMessage message : file.orElse(LogLines.NONE).messages()) {
      // what both have is taken from the kernel, whose times are more exact
      if (recent.reach().map(reach -> message.ago().compareTo(reach.plus(BLUR)) > 0).orElse(true)) {
        all.add(message);
      }
    }
    all.addAll(recent.messages());
    all.removeIf(message -> message.ago().compareTo(age.plus(BLUR)) > 0);
    if (kernel.isEmpty() && file.isEmpty()) {
      gaps.add(WHAT, String.join("; ", failures));
    } else if (recent.lost() > 0) {
      gaps.add(
          "Some of what Upstart has logged", "the kernel left out " + recent.lost() + " lines");
    } else if (file.isEmpty() && recent.reach().filter(reach -> isShort(reach, age)).isPresent()) {
      gaps.add("What Upstart logged at first", "the kernel's log does not reach back to its start");
    }
    return List.copyOf(all);
  }

  private static boolean isShort(Duration reach, Duration age) {
    return reach.plus(BLUR).compareTo(age) < 0;
  }

  private Optional<LogLines> kernel(List<String> failures) {
    if (dmesg.isEmpty()) {
      failures.add("there is no program dmesg");
      return Optional.empty();
    }
    try {
      return Optional.of(KernelLog.read(dmesg.get(), clock.steady()));
    } catch (IOException failure) {
      String why = String.valueOf(failure.getMessage());
      failures.add(
          why.contains("Operation not permitted")
              ? "only root may read the kernel's log here"
              : "the kernel's log could not be read: " + why);
      return Optional.empty();
    }
  }

  /** The first file with a message; else nothing, as Upstart may not log there. */
  private Optional<LogLines> file(List<String> failures) {
    for (Path file : files) {
      try {
        Optional<LogLines> lines = FileText.end(file, MOST).map(new SystemLog(clock)::parse);
        if (lines.isPresent() && !lines.get().messages().isEmpty()) {
          return lines;
        }
      } catch (NoSuchFileException none) {
        // every system has its own names for these files
      } catch (IOException failure) {
        failures.add(ReadFailure.text(file, failure));
      }
    }
    return Optional.empty();
  }
}
