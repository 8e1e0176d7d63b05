package org.upstart4j.embedded.internal.host;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a process hands down to its descendants, whatever they close, change or leave: a random
 * number of 61 bits as the limit of its resident set, which Linux has long ceased to apply. Unlike
 * a variable it changes nothing that a job sees.
 *
 * @param limit the number
 */
public record Mark(long limit) {

  private static final long LOWEST = 1L << 61;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Pattern RESIDENT = Pattern.compile("(?m)^Max resident set +\\d+ +(\\d+)");

  /**
   * Marks a process that has not begun.
   *
   * @param pid the process id
   * @return nothing if it could not be marked
   */
  public static Optional<Mark> put(int pid) {
    Mark mark = new Mark(LOWEST | RANDOM.nextLong() >>> 3);
    return Programs.find("prlimit")
        .flatMap(program -> mark.put(program, pid) && mark.isOn(pid) ? Optional.of(mark) : none());
  }

  private static Optional<Mark> none() {
    return Optional.empty();
  }

  private boolean put(String program, int pid) {
    ProcessBuilder builder =
        new ProcessBuilder(program, "--pid", Integer.toString(pid), "--rss=" + limit + ":" + limit)
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.DISCARD);
    builder.environment().clear();
    try {
      return builder.start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Says whether a process has this mark. */
  boolean isOn(int pid) {
    try {
      Path limits = Path.of("/proc", Integer.toString(pid), "limits");
      Matcher resident = RESIDENT.matcher(Files.readString(limits, StandardCharsets.ISO_8859_1));
      return resident.find() && resident.group(1).equals(Long.toString(limit));
    } catch (IOException gone) {
      return false;
    }
  }
}
