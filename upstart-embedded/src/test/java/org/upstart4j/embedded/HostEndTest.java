package org.upstart4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstart4j.Signal;

/** How processes are signalled and ended. */
class HostEndTest {

  private static final String IGNORING = "trap '' HUP INT QUIT; exec \"$@\"";
  private static final String TWO = "sleep 1000 & echo $$ $!; wait";

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
  void aSignalToTheGroupReachesAllOfIt() {
    Host.Spawned spawned = host.job().shell(TWO);
    List<Integer> pids = twoPids();

    spawned.process().signalGroup(spawned.pid(), Signal.TERM);
    assertThat(spawned.observed().toTheEnd()).containsExactly("executed", "ended " + (15 << 8));
    Host.await(() -> pids.stream().noneMatch(Host::runs));
  }

  @Test
  void aSignalToOneProcessReachesNoOther() {
    Host.Spawned spawned = host.job().shell(TWO);
    List<Integer> pids = twoPids();

    spawned.process().signal(spawned.pid(), Signal.KILL);
    assertThat(spawned.observed().toTheEnd()).containsExactly("executed", "ended " + (9 << 8));
    assertThat(Host.runs(pids.get(1))).isTrue();
    assertThat(ProcessHandle.of(pids.get(1)).orElseThrow().destroyForcibly()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 6, 9, 10, 13, 14, 15, 31})
  void everySignalIsAsInANewSession(int number) {
    Host.Spawned spawned =
        host.job().shell("grep -E 'Sig(Blk|Ign)' /proc/self/status; exec sleep 1000");
    Host.await(() -> Host.commandLine(spawned.pid()).startsWith("sleep"));
    Host.await(() -> Files.exists(host.log));

    assertThat(host.logged()).contains("SigBlk:\t0000000000000000\n");
    spawned.process().signal(spawned.pid(), new Signal(number));
    assertThat(spawned.observed().toTheEnd()).containsExactly("executed", "ended " + (number << 8));
  }

  @Test
  void anImpossibleSignalDoesNothing() {
    Host.Spawned spawned = host.job().run("sleep", "1000");

    spawned.process().signal(spawned.pid(), new Signal(Integer.MAX_VALUE));
    spawned.process().signalGroup(spawned.pid(), new Signal(99));
    spawned.process().signalGroup(spawned.pid(), Signal.of("INT"));
    assertThat(spawned.observed().toTheEnd()).containsExactly("executed", "ended " + (2 << 8));
  }

  @Test
  void noSignalIsLostWhereThisProgramIgnoresIt() throws IOException {
    Process jvm = jvm(List.of("/bin/sh", "-c", IGNORING, "sh"), SignallingJvm.class, folder);
    try (BufferedReader lines = jvm.inputReader(StandardCharsets.UTF_8)) {
      assertThat(lines.lines()).hasSize(SignallingJvm.TIMES).containsOnly("ended " + (2 << 8));
    } finally {
      jvm.destroyForcibly();
    }
  }

  /** What ignores signals, as whatever a shell starts in the background does. */
  static final class SignallingJvm {

    static final int TIMES = 50;

    private SignallingJvm() {}

    public static void main(String[] arguments) {
      try (Host host = new Host(Path.of(arguments[0]))) {
        for (int i = 0; i < TIMES; i++) {
          Host.Spawned spawned = host.job("console none").run("sleep", "1000");
          spawned.process().signalGroup(spawned.pid(), Signal.of("INT"));
          List<String> told = spawned.observed().toTheEnd();
          System.out.println(told.get(told.size() - 1));
        }
      }
    }
  }

  @Test
  void aSignalToAProcessThatHasEndedGoesNowhere() {
    Host.Spawned ended = host.job().run("true");
    Host.Spawned running = host.job().shell("exec sleep 1000");
    ended.observed().toTheEnd();

    ended.process().signal(running.pid(), Signal.KILL);
    ended.process().signalGroup(ended.pid(), Signal.KILL);
    running.process().signal(ended.pid(), Signal.KILL);
    running.process().signal(running.pid(), Signal.TERM);
    assertThat(running.observed().toTheEnd()).containsExactly("executed", "ended " + (15 << 8));
  }

  @Test
  void aSignalBeforeTheProgramRunsNeverReachesThisProcessGroup() {
    Host.Spawned spawned = host.job().run("sleep", "1000");

    spawned.process().signalGroup(spawned.pid(), Signal.KILL);
    assertThat(spawned.observed().toTheEnd()).last().isEqualTo("ended " + (9 << 8));
  }

  @Test
  void closingEndsAllProcessesAndWaitsForThem() {
    Host.Spawned stubborn = host.job().shell("trap '' TERM INT; sleep 1000 & echo $$ $!; wait");
    List<Integer> pids = twoPids();

    host.close();
    assertThat(pids).noneMatch(Host::runs);
    assertThat(stubborn.observed().toTheEnd()).containsExactly("executed", "ended " + (9 << 8));
    host.close();
    assertThatIllegalStateException().isThrownBy(() -> host.job().run("true"));
  }

  @Test
  void closingEndsAlsoWhatIsInAGroupOfItsOwn() {
    host.job("console none").shell("set -m; (" + TWO + ") >" + host.log);
    List<Integer> pids = twoPids();

    host.close();
    Host.await(() -> pids.stream().noneMatch(Host::runs));
  }

  @Test
  void closingAlsoEndsWhatProcessesHaveLeft() {
    Host.Spawned ended = host.job().shell("sleep 1000 & echo $$ $!");
    List<Integer> pids = twoPids();
    assertThat(ended.observed().toTheEnd()).containsExactly("executed", "ended 0");
    assertThat(Host.runs(pids.get(1))).isTrue();

    host.close();
    assertThat(Host.runs(pids.get(1))).isFalse();
  }

  @Test
  void anInterruptedThreadClosesAllTheSame() {
    Host.Spawned spawned = host.job().shell(TWO);
    List<Integer> pids = twoPids();

    Thread.currentThread().interrupt();
    host.close();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(pids).noneMatch(Host::runs);
    assertThat(spawned.observed().toTheEnd()).last().isEqualTo("ended " + (9 << 8));
  }

  @Test
  void aGuardianThatIsKilledIsReplaced() {
    Host.Spawned first = host.job().shell("exec sleep 1000");
    first.observed().next();
    ProcessHandle guardian = guardian();
    guardian.destroyForcibly();
    guardian.onExit().join();

    Host.Spawned second = host.job().shell("exec sleep 1000");
    second.process().signal(second.pid(), Signal.TERM);
    assertThat(second.observed().toTheEnd()).last().isEqualTo("ended " + (15 << 8));
    host.close();
    assertThat(first.observed().toTheEnd()).last().isEqualTo("ended " + (9 << 8));
  }

  /** While a process changes from one program to the next it has no command line. */
  private static ProcessHandle guardian() {
    List<ProcessHandle> found = new ArrayList<>();
    Host.await(
        () -> {
          ProcessHandle.current()
              .children()
              .filter(child -> Host.commandLine((int) child.pid()).endsWith("upstart-guardian "))
              .forEach(found::add);
          return !found.isEmpty();
        });
    return found.get(0);
  }

  @Test
  void noProcessOutlivesAJvmThatIsKilled() throws IOException, InterruptedException {
    Process jvm = jvm(List.of(), KilledJvm.class, folder);
    List<Integer> pids = new ArrayList<>();
    try (BufferedReader lines = jvm.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine();
          line != null && !line.isEmpty();
          line = lines.readLine()) {
        pids.addAll(Host.numbers(line));
      }
      assertThat(pids).hasSize(6).allMatch(Host::runs);
    } finally {
      jvm.destroyForcibly().waitFor();
    }
    Host.await(() -> pids.stream().noneMatch(Host::runs));
  }

  private static Process jvm(List<String> starter, Class<?> main, Path folder) throws IOException {
    List<String> words = new ArrayList<>(starter);
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-cp", System.getProperty("java.class.path")));
    words.addAll(List.of(main.getName(), folder.toString()));
    return new ProcessBuilder(words).redirectError(Redirect.INHERIT).start();
  }

  /** What is killed. */
  static final class KilledJvm {

    private KilledJvm() {}

    public static void main(String[] arguments) throws InterruptedException {
      Host host = new Host(Path.of(arguments[0]));
      host.job().shell("trap '' TERM; " + TWO);
      host.job().shell("sleep 1000 & echo $!");
      host.job("console none").shell("set -m; (" + TWO + ") >>" + host.log);
      Host.Spawned forking = host.job("expect fork").shell("setsid sleep 1000 & echo $!");
      forking.observed().next();
      forking.observed().nextForked();
      Host.await(() -> host.logged().lines().count() == 4);
      System.out.println(host.logged());
      Thread.currentThread().join();
    }
  }

  @Test
  void manyProcessesAtOnceAllEnd() {
    List<Host.Spawned> all =
        Stream.generate(() -> host.job("console none").run("true")).limit(500).toList();

    assertThat(all)
        .allSatisfy(
            spawned ->
                assertThat(spawned.observed().toTheEnd()).containsExactly("executed", "ended 0"));
    assertThat(folder).isEmptyDirectory();
  }

  private List<Integer> twoPids() {
    Host.await(() -> Files.exists(host.log) && host.logged().endsWith("\n"));
    return Host.numbers(host.logged());
  }
}
