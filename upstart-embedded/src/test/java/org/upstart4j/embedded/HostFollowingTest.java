package org.upstart4j.embedded;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstart4j.ProcessType;
import org.upstart4j.Signal;
import org.upstart4j.embedded.process.ProcessSpawner;

/** How processes are followed that stop themselves or go into the background. */
class HostFollowingTest {

  private static final Path PERL = Path.of("/usr/bin/perl");

  @TempDir Path folder;
  private Host host;

  @BeforeEach
  void open() {
    host = new Host(folder, processes());
  }

  ProcessSpawner processes() {
    return new HostProcesses();
  }

  @AfterEach
  void close() {
    host.close();
  }

  @Test
  void aProcessThatStopsItselfIsNoticedOnce() {
    Host.Spawned spawned =
        host.job("expect stop").shell("kill -STOP $$; echo on; kill -STOP $$; exit 3");

    assertThat(spawned.observed().next()).isEqualTo("executed");
    assertThat(spawned.observed().next()).isEqualTo("stopped");
    spawned.process().signal(spawned.pid(), Signal.of("CONT"));
    Host.await(() -> host.logged().equals("on\n") && Host.state(spawned.pid()) == 'T');
    spawned.process().signal(spawned.pid(), Signal.of("CONT"));
    assertThat(spawned.observed().next()).isEqualTo("ended 3");
  }

  @Test
  void onlyTheMainProcessIsExpectedToStopOrFork() {
    Host.Spawned spawned =
        host.job("expect fork").type(ProcessType.PRE_START).shell("sleep 0.05 & wait");

    assertThat(spawned.observed().toTheEnd()).containsExactly("executed", "ended 0");
  }

  @RepeatedTest(10)
  void aChildWhoseParentExitsAtOnceIsFollowed() {
    Host.Spawned spawned = host.job("expect fork").shell("sleep 1000 & exit 0");

    int child = forked(spawned);
    assertThat(child).isNotEqualTo(spawned.pid());
    Host.await(() -> Host.commandLine(child).equals("sleep 1000 "));
    spawned.process().signalGroup(child, Signal.TERM);
    assertThat(spawned.observed().next()).startsWith("ended ");
    assertThat(Host.runs(child)).isFalse();
  }

  @Test
  void aChildWhoseParentGoesOnIsFollowed() {
    Host.Spawned spawned = host.job("expect fork").shell("sleep 1000 & exec sleep 2000");

    int child = forked(spawned);
    spawned.process().signal(spawned.pid(), Signal.KILL);
    Host.await(() -> !Host.runs(spawned.pid()));
    spawned.process().signal(child, Signal.KILL);
    assertThat(spawned.observed().next()).isEqualTo("ended " + (9 << 8));
  }

  @Test
  void aChildWhoseParentAsksForItsStatusEndsWithoutAnyoneHearingOfIt() {
    Host.Spawned spawned = host.job("expect fork").shell("sleep 1000 & wait; exec sleep 2000");

    int child = forked(spawned);
    spawned.process().signal(child, Signal.KILL);
    Host.await(() -> Host.commandLine(spawned.pid()).equals("sleep 2000 "));
    // looks at all processes go on meanwhile
    forked(host.job("expect fork").shell("sleep 0.2; sleep 1000 & exit 0"));
    assertThat(spawned.observed().rest()).isEmpty();
  }

  @RepeatedTest(5)
  void aCommandThatTheShellRunsByVforkIsNotFollowed() throws IOException {
    assumeTrue(
        Files.readString(Path.of("/bin/sh"), ISO_8859_1).contains("\0vfork\0"),
        "the shell forks for each command");
    Host.Spawned spawned =
        host.job("expect fork").shell("sleep 0.3; mkdir -p /tmp; sleep 1000 & sleep 0.1; exit 0");

    int child = forked(spawned);
    Host.await(() -> Host.commandLine(child).equals("sleep 1000 "));
  }

  @RepeatedTest(5)
  void aFirstChildThatRunsAnotherProgramIsTheLast() {
    Host.Spawned spawned =
        host.job("expect daemon").shell("env sh -c 'sleep 1000 & wait' & exit 0");

    int child = forked(spawned);
    assertThat(spawned.observed().next()).isEqualTo("replaced");
    Host.await(() -> Host.commandLine(child).startsWith("sh -c "));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aProcessThatOnlySaysThatItBelongsToTheJobIsNotFollowed(boolean sameUser) throws IOException {
    assumeTrue(sameUser || Root.is(), "only root may become another user");
    Host.Spawned spawned =
        host.job("expect daemon")
            .shell("until [ -e " + folder.resolve("go") + " ]; do sleep 0.02; done; exit 3");
    assertThat(spawned.observed().next()).isEqualTo("executed");
    int decoy = decoy(sameUser ? "" : "setpriv --reuid=65534 --clear-groups ");
    try {
      Files.createFile(folder.resolve("go"));
      assertThat(spawned.observed().next()).isEqualTo("ended 3");
      assertThat(Host.runs(decoy)).isTrue();
    } finally {
      ProcessHandle.of(decoy).ifPresent(ProcessHandle::destroyForcibly);
    }
  }

  /** Starts an orphan that has the variables of the job's processes. */
  private static int decoy(String asUser) throws IOException {
    ProcessBuilder shell =
        new ProcessBuilder(
            "/bin/sh", "-c", asUser + "setsid sleep 1000 >/dev/null 2>&1 </dev/null & echo $!");
    Host.ENVIRONMENT
        .entries()
        .forEach(entry -> shell.environment().put(entry.split("=", 2)[0], entry.split("=", 2)[1]));
    try (InputStream output = shell.start().getInputStream()) {
      int decoy = Integer.parseInt(new String(output.readAllBytes(), UTF_8).strip());
      Host.await(() -> Host.commandLine(decoy).equals("sleep 1000 "));
      return decoy;
    }
  }

  @RepeatedTest(10)
  void aGrandchildWhoseParentsExitAtOnceIsFollowed() {
    Host.Spawned spawned = host.job("expect daemon").shell("(sleep 1000 & exit 0) & exit 0");

    int followed = settled(spawned);
    Host.await(() -> Host.commandLine(followed).equals("sleep 1000 "));
    spawned.process().signalGroup(followed, Signal.KILL);
    assertThat(spawned.observed().next()).isEqualTo("ended " + (9 << 8));
  }

  @RepeatedTest(10)
  void aDaemonThatForksTwiceAndLeavesItsSessionIsFollowed() {
    assumeTrue(Files.isExecutable(PERL), "there is no perl");
    Host.Spawned spawned = host.job("expect daemon").run(perl("0", "0"));

    int daemon = settled(spawned);
    Host.await(() -> host.logged().contains("daemon"));
    assertThat(host.logged()).isEqualTo("daemon " + daemon + "\n");
    spawned.process().signalGroup(daemon, Signal.TERM);
    assertThat(spawned.observed().next()).startsWith("ended ");
  }

  @Test
  void aDaemonThatTakesItsTimeIsFollowedThroughBothForks() {
    assumeTrue(Files.isExecutable(PERL), "there is no perl");
    Host.Spawned spawned = host.job("expect daemon").run(perl("0.3", "0.4"));

    forked(spawned);
    int daemon = spawned.observed().nextForked();
    Host.await(() -> host.logged().contains("daemon"));
    assertThat(host.logged()).isEqualTo("daemon " + daemon + "\n");
  }

  @Test
  void aChildThatRunsAnotherProgramForksNoMore() {
    Host.Spawned spawned = host.job("expect daemon").shell("sleep 1000 & sleep 2000");

    forked(spawned);
    assertThat(spawned.observed().next()).isEqualTo("replaced");
  }

  @Test
  void aProcessThatEndsWithoutForkingHasItsOwnStatus() {
    Host.Spawned spawned = host.job("expect fork").shell("exit 4");

    assertThat(spawned.observed().toTheEnd()).containsExactly("executed", "ended 4");
  }

  @Test
  void whenTheSpawnerIsClosedAFollowedDaemonIsKilled() {
    assumeTrue(Files.isExecutable(PERL), "there is no perl");
    Host.Spawned spawned = host.job("expect daemon").run(perl("0", "0"));
    int daemon = settled(spawned);
    assertThat(Host.runs(daemon)).isTrue();

    host.close();
    assertThat(Host.runs(daemon)).isFalse();
  }

  private static int forked(Host.Spawned spawned) {
    assertThat(spawned.observed().next()).isEqualTo("executed");
    return spawned.observed().nextForked();
  }

  /** Whether both forks are seen is a matter of luck; the last process is found in any case. */
  private static int settled(Host.Spawned spawned) {
    int child = forked(spawned);
    String next = spawned.observed().next();
    return next.equals("replaced") ? child : Integer.parseInt(next.substring("forked ".length()));
  }

  /** A daemon by the book; its parents live for so many seconds. */
  private static String[] perl(String first, String second) {
    return new String[] {
      PERL.toString(),
      "-e",
      "use POSIX; $| = 1;"
          + " if (fork) { select undef, undef, undef, $ARGV[0]; exit }"
          + " setsid();"
          + " if (fork) { select undef, undef, undef, $ARGV[1]; exit }"
          + " print \"daemon $$\\n\"; sleep 1000",
      first,
      second
    };
  }
}
