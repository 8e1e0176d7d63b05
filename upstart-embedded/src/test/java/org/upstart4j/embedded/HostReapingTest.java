package org.upstart4j.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstart4j.Signal;

/** What this program knows and does as the one that takes orphans in. */
@EnabledIf(value = "org.upstart4j.embedded.HostProcesses#canReap", disabledReason = "needs Java 22")
class HostReapingTest {

  private static final Path PERL = Path.of("/usr/bin/perl");

  @TempDir Path folder;
  private Host host;

  @BeforeEach
  void open() {
    host = new Host(folder, new HostProcesses().reaping());
  }

  @AfterEach
  void close() {
    host.close();
  }

  @ParameterizedTest
  @CsvSource({"exit 7,7", "exit 0,0", "exit 143,143", "'kill TERM,$$',3840", "'kill KILL,$$',2304"})
  void howADaemonEndsIsKnown(String end, int status) {
    assumeTrue(Files.isExecutable(PERL), "there is no perl");
    Host.Spawned spawned =
        host.job("expect daemon")
            .run(
                PERL.toString(),
                "-e",
                "use POSIX; if (fork) { exit } setsid(); if (fork) { exit } sleep 1; " + end);

    assertThat(spawned.observed().toTheEnd()).last().isEqualTo("ended " + status);
  }

  @Test
  void aDaemonThatExitsNormallyWhenItIsToldToStopWasNotKilled() {
    Host.Spawned spawned =
        host.job("expect fork")
            .shell(
                "sh -c 'trap \"exit 0\" TERM; echo ready; while :; do sleep 0.01; done' & exit 0");
    Host.await(() -> host.logged().equals("ready\n"));
    int child = forked(spawned);

    spawned.process().signal(child, Signal.TERM);
    assertThat(spawned.observed().next()).isEqualTo("ended 0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"exit(fork ? 0 : 9)", "use POSIX; exit if fork; setsid(); exit 9"})
  void aForkThatEndsBeforeAnyoneLooksIsKnown(String program) {
    assumeTrue(Files.isExecutable(PERL), "there is no perl");
    Host.Spawned spawned = host.job("expect fork").run(PERL.toString(), "-e", program);

    forked(spawned);
    assertThat(spawned.observed().next()).isEqualTo("ended 9");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sleep 0.05", "setsid sleep 0.05", "sh -c 'sleep 0.05 & exit 3'"})
  void noOrphanRemainsAsAZombie(String orphan) {
    String script = (orphan + " & ").repeat(20) + "exit 0";
    List<String> seen = host.job().shell("echo $$; " + script).observed().toTheEnd();

    assertThat(seen).containsExactly("executed", "ended 0");
    Host.await(() -> children().allMatch(HostReapingTest::isGuardian));
  }

  @Test
  void whatJavaHasStartedIsLeftToJava() throws Exception {
    List<Future<Process>> exits = new ArrayList<>();
    host.job().shell("for i in $(seq 50); do sleep 0.02 & done; setsid sleep 0.1 &");
    for (int i = 0; i < 200; i++) {
      String program = i % 2 == 0 ? "env" : "setsid";
      exits.add(new ProcessBuilder(program, "sh", "-c", "exit 5").start().onExit());
    }

    for (Future<Process> exit : exits) {
      assertThat(exit.get().exitValue()).isEqualTo(5);
    }
  }

  @Test
  void manyProcessesHaveTheirOwnStatuses() {
    List<Host.Spawned> spawned =
        IntStream.range(0, 60).mapToObj(i -> host.job().shell("sleep 0.01 & exit " + i)).toList();

    for (int i = 0; i < 60; i++) {
      assertThat(spawned.get(i).observed().toTheEnd()).containsExactly("executed", "ended " + i);
    }
  }

  private static int forked(Host.Spawned spawned) {
    assertThat(spawned.observed().next()).isEqualTo("executed");
    return spawned.observed().nextForked();
  }

  /** Returns the children of this program; a zombie has no command line. */
  private static Stream<Integer> children() {
    try (Stream<Path> threads = Files.list(Path.of("/proc/self/task"))) {
      return threads.toList().stream().flatMap(thread -> numbers(thread.resolve("children")));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Stream<Integer> numbers(Path file) {
    try {
      String listed = Files.readString(file, UTF_8);
      return listed.isBlank() ? Stream.of() : Host.numbers(listed).stream();
    } catch (IOException gone) {
      return Stream.of();
    }
  }

  private static boolean isGuardian(int pid) {
    return Host.commandLine(pid).contains("upstart-guardian");
  }
}
