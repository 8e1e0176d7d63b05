package org.upstart4j.it.fleet.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.upstart4j.it.Shell;

/**
 * Many hosts that are well. By default they are few enough for each build; {@code -Dhosts=1000}
 * makes them many, and {@code -Dhosts.figures} has the test print what they have taken.
 */
@Timeout(1800)
@Isolated("it starts many programs")
class ManyHostsTest {

  static final int COUNT = Integer.getInteger("hosts", 100);

  private static final int MOST_THREADS = 50;
  private static final long PAUSE_NANOS = 200_000_000;

  @TempDir private Path folder;

  static void tell(String what, Measured program) {
    if (System.getProperty("hosts.figures") != null) {
      System.out.println(what + " on " + COUNT + " hosts: " + program);
    }
  }

  private ManyHosts hosts() throws IOException {
    return ManyHosts.in(folder, COUNT, number -> Optional.empty());
  }

  @Test
  void aProgramAsksAllForTheStatusOfAJob() throws IOException {
    try (ManyHosts hosts = hosts();
        Measured program = hosts.program(AskingProgram.class)) {
      assertThat(program.end()).isZero();
      tell("status by a program", program);

      assertThat(program.lines()).containsExactly("{Answer=" + COUNT + "}");
      assertThat(program.megabytes()).isLessThan(1000);
      assertThat(hosts.running()).isEmpty();
    }
  }

  @Test
  void theCommandAsksAllForTheStatusOfAJob() throws IOException {
    Shell.in(folder);
    try (ManyHosts hosts = hosts();
        Measured command = hosts.upstart("status", "web")) {
      assertThat(command.end()).isZero();
      tell("status by the command", command);

      assertThat(command.lines()).hasSize(COUNT).allMatch(line -> line.contains("start/running"));
      assertThat(command.megabytes()).isLessThan(1000);
      assertThat(hosts.running()).isEmpty();
    }
  }

  @Test
  void fewThreadsHearAll() throws IOException {
    try (ManyHosts hosts = hosts();
        Measured program = hosts.program(HearingProgram.class)) {
      program.await(("hears " + COUNT)::equals);
      hosts.emit("first");
      program.await(("first " + COUNT)::equals);
      awaitFewThreads(program);
      hosts.emit("last");
      program.await(("last " + COUNT)::equals);
      awaitFewThreads(program);

      assertThat(program.end()).isZero();
      tell("hearing", program);
      assertThat(program.lines()).noneMatch(line -> line.startsWith("twice"));
      assertThat(program.megabytes()).isLessThan(1000);
      assertThat(hosts.running()).isEmpty();
    }
  }

  /** Those that have connected have no more to do, and leave; the JDK's own after a minute. */
  private static void awaitFewThreads(Measured program) throws IOException {
    while (program.threads() >= MOST_THREADS) {
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    if (System.getProperty("hosts.figures") != null) {
      System.out.println(COUNT + " hosts are heard by " + program.threads() + " threads");
    }
  }
}
