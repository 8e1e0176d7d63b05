package org.upstart4j.it.situation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.upstart4j.Deadline;
import org.upstart4j.LogPriority;
import org.upstart4j.Upstart;
import org.upstart4j.UpstartException;
import org.upstart4j.Wait;
import org.upstart4j.initctl.Command;
import org.upstart4j.initctl.CommandResult;
import org.upstart4j.initctl.CommandRunner;
import org.upstart4j.initctl.InitctlUpstart;
import org.upstart4j.it.site.Eventually;

/**
 * A real Upstart in namespaces of its own, in which it is process 1. The variable {@code
 * UPSTART_PREFIX} says where it was installed; needs root.
 *
 * @param work the folder of its files
 * @param namespaces the process that holds the namespaces
 * @param init its number outside of them
 * @param upstart its own initctl
 * @param isTerse whether it does not log all that it does
 */
record RealGround(Path work, Process namespaces, long init, Upstart upstart, boolean isTerse)
    implements Ground {

  private static final String PREFIX = System.getenv().getOrDefault("UPSTART_PREFIX", "");

  static final String MISSING = "UPSTART_PREFIX names no real Upstart, or this is not root";

  private static final Wait PATIENCE = Wait.atMost(Duration.ofSeconds(60));

  private static final String BOOT =
      """
      mount -t proc proc /proc
      mount -t tmpfs tmpfs /run
      exec "$0/sbin/init" --confdir "$1" --logdir "$2" --no-startup-event
      """;

  /** Upstarts share the kernel's log, in which each finds what was logged while it runs. */
  private static final Duration REST = Duration.ofMillis(1500);

  private static Instant last = Instant.EPOCH;

  static boolean isThere() {
    return Files.isExecutable(Path.of(PREFIX, "sbin", "init"))
        && System.getProperty("user.name").equals("root");
  }

  /** Boots an Upstart that logs as it does by default, and waits until it answers. */
  static Ground boot(Path work) {
    return boot(work, LogPriority.MESSAGE);
  }

  /** Boots an Upstart that logs all that it does, and waits until it answers. */
  static Ground bootDetailed(Path work) {
    return boot(work, LogPriority.INFO);
  }

  private static Ground boot(Path work, LogPriority priority) {
    rest();
    try {
      Ground ground = start(work, priority == LogPriority.MESSAGE);
      ground.upstart().setLogPriority(priority);
      return ground;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void rest() {
    try {
      Thread.sleep(Math.max(0, Duration.between(Instant.now(), last.plus(REST)).toMillis()));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while playing", interrupted);
    }
  }

  private static Ground start(Path work, boolean isTerse) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                "unshare",
                "--pid",
                "--mount",
                "--net",
                "--fork",
                "--kill-child",
                "sh",
                "-ec",
                BOOT,
                PREFIX,
                Ground.jobFiles(work).toString(),
                Ground.logs(work).toString()));
    builder.environment().put("LD_LIBRARY_PATH", PREFIX + "/lib");
    builder.redirectErrorStream(true).redirectOutput(work.resolve("init.log").toFile());
    Process namespaces = builder.start();
    Eventually.is(() -> namespaces.children().findAny().isPresent(), "process 1 runs");
    long init = namespaces.children().findAny().orElseThrow().pid();
    Upstart upstart =
        InitctlUpstart.builder().program(PREFIX + "/sbin/initctl").runner(inside(init)).build();
    Eventually.is(() -> answers(upstart), "Upstart answers");
    return new RealGround(work, namespaces, init, upstart, isTerse);
  }

  private static boolean answers(Upstart upstart) {
    try {
      upstart.version();
      return true;
    } catch (UpstartException notYet) {
      return false;
    }
  }

  private static CommandRunner inside(long init) {
    return CommandRunner.through(
        "nsenter",
        "--target=" + init,
        "--pid",
        "--mount",
        "--net",
        "env",
        "LD_LIBRARY_PATH=" + PREFIX + "/lib");
  }

  private CommandResult run(List<String> words) {
    return inside(init).run(Command.of(words), Deadline.of(PATIENCE));
  }

  @Override
  public void kill(String signal, int pid) {
    run(List.of("kill", "-" + signal, Integer.toString(pid)));
  }

  @Override
  public Path processes() {
    return Path.of("/proc", Long.toString(init), "root", "proc");
  }

  /** A program in the same namespaces asks: it sees the processes as this Upstart numbers them. */
  @Override
  public Told ask(Question question) {
    last = Instant.now();
    List<String> words =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                AskingProgram.class.getName(),
                work.toString(),
                Boolean.toString(question.isAboutEvent())));
    words.addAll(question.words());
    CommandResult result = run(words);
    if (result.status() != 0) {
      throw new AssertionError(result.output() + result.errors());
    }
    return Told.read(result.output().lines().toList());
  }

  @Override
  public List<String> lacking() {
    return isTerse ? List.of("details") : List.of();
  }

  @Override
  public void close() {
    upstart.close();
    ProcessHandle.of(init).ifPresent(ProcessHandle::destroyForcibly);
    namespaces.destroyForcibly().onExit().join();
  }
}
