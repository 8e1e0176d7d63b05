package org.upstart4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upstart4j.ProcessType;
import org.upstart4j.Signal;

/** How processes are followed that stop themselves or go into the background. */
class HostFollowingTest {

  private static final Path PERL = Path.of("/usr/bin/perl");

  @TempDir Path folder;
  private Host host;

  @BeforeEach
  void open() {
    host = new Host(folder);
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
    Host.Spawned spawned = host.job("expect fork").shell("sleep 1000 & sleep 2000");

    int child = forked(spawned);
    spawned.process().signal(child, Signal.KILL);
    assertThat(spawned.observed().next()).isEqualTo("ended " + (9 << 8));
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
