package org.upstart4j.analysis.host;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.upstart4j.analysis.reason.Evidence;

/** The files into which Upstart writes what jobs print. */
final class JobLogs {

  private static final int MOST = 8 * 1024;
  private static final int LONGEST = 200;

  private final MachineClock clock;
  private final Gaps gaps;

  JobLogs(MachineClock clock, Gaps gaps) {
    this.clock = clock;
    this.gaps = gaps;
  }

  /** The name of a job's log: there is no slash in it, so it leads out of no folder. */
  static String name(String job, String instance) {
    String name = instance.isEmpty() ? job : job + "-" + instance;
    return name.replace('/', '_') + ".log";
  }

  /** The last line of a log that is not blank; nothing if there is none. */
  Optional<Evidence.InLog> lastLine(Path folder, String job, String instance) {
    Path file;
    try {
      file = folder.resolve(name(job, instance));
    } catch (InvalidPathException noName) {
      return Optional.empty();
    }
    try {
      Duration ago = clock.since(FileText.attributes(file).lastModifiedTime().toInstant());
      return FileText.end(file, MOST)
          .flatMap(JobLogs::lastLine)
          .map(line -> new Evidence.InLog(file.toString(), line, Optional.of(ago)));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (IOException failure) {
      gaps.add("What " + job + " has printed", ReadFailure.text(file, failure));
      return Optional.empty();
    }
  }

  private static Optional<String> lastLine(String text) {
    Optional<String> last = text.lines().filter(line -> !line.isBlank()).reduce((a, b) -> b);
    return last.map(line -> FileText.atMost(line.strip(), LONGEST));
  }
}
