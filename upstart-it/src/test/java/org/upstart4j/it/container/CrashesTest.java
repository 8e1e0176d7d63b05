package org.upstart4j.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upstart4j.Wait;
import org.upstart4j.it.site.Eventually;

/**
 * Jobs that crash again and again, each in a way of its own: {@code -Dupstart.crashes=10000} says
 * how often in all.
 */
class CrashesTest {

  private static final int CRASHES = Integer.getInteger("upstart.crashes", 300);
  private static final List<String> JOBS = List.of("plain", "forking", "daemon", "session");
  private static final Wait LONG = Wait.atMost(Duration.ofHours(4));

  @TempDir Path folder;

  /** What an engine needs of the machine. */
  private record Size(long residentKilobytes, int threads, int files, int temporaryFiles) {}

  @BeforeEach
  void assume() {
    Machine.assumePossible();
    Machine.assumeInstalled("perl", "perl");
  }

  @Test
  void crashesLeaveNothingBehind() throws IOException {
    Path count = folder.resolve("count");
    writeJobs(count);
    try (Machine machine = Machine.boot(folder)) {
      awaitCrashes(count, CRASHES / 3);
      Size before = size(machine);
      awaitCrashes(count, CRASHES);
      Size after = size(machine);

      System.out.println(CRASHES + " crashes: " + before + ", then " + after);
      assertThat(after.residentKilobytes())
          .isLessThan(before.residentKilobytes() * 5 / 4 + 16 * 1024);
      assertThat(after.threads()).isLessThan(before.threads() + 20);
      assertThat(after.files()).isLessThan(before.files() + 40);
      assertThat(after.temporaryFiles()).isLessThan(before.temporaryFiles() + 10);
      JOBS.forEach(job -> machine.upstart().job(job).stop());
      Eventually.is(() -> machine.zombies() == 0, "the end of the last zombie");
      Eventually.is(() -> machine.processes() == 1, "the end of all processes of jobs");
    }
  }

  private void writeJobs(Path count) throws IOException {
    Path init = Files.createDirectory(folder.resolve("init"));
    Files.createFile(count);
    for (String job : JOBS) {
      try (InputStream text = CrashesTest.class.getResourceAsStream("crashes/" + job + ".conf")) {
        Files.copy(text, init.resolve(job + ".conf"));
      }
      Files.writeString(init.resolve(job + ".override"), "env COUNT=" + count + "\n");
    }
  }

  /** Each crash adds a line, which is a byte. */
  private static void awaitCrashes(Path count, int wanted) {
    Eventually.is(LONG, () -> size(count) >= wanted, wanted + " crashes");
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Size size(Machine machine) {
    String told =
        machine
            .sh(
                "grep -E '^(VmRSS|Threads)' /proc/1/status; echo Files: $(ls /proc/1/fd | wc -l);"
                    + " echo Temporary: $(find /tmp | wc -l)")
            .output();
    return new Size(
        number(told, "VmRSS"),
        (int) number(told, "Threads"),
        (int) number(told, "Files"),
        (int) number(told, "Temporary"));
  }

  private static long number(String told, String name) {
    Matcher number = Pattern.compile("(?m)^" + name + ":\\s*(\\d+)").matcher(told);
    assertThat(number.find()).as(told).isTrue();
    return Long.parseLong(number.group(1));
  }
}
