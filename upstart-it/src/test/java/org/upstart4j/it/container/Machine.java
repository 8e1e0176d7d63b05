package org.upstart4j.it.container;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.upstart4j.UpstartTimeoutException;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.dbus.DbusUpstart;
import org.upstart4j.it.site.Eventually;

/**
 * A machine that has this one's programs, but processes, mounts, network and files of its own, and
 * {@code upstart init} as process 1. All that is written in it is forgotten.
 */
final class Machine implements AutoCloseable {

  private static final String PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
  private static final int FIRST_JAVA_THAT_REAPS = 22;

  private final Path shared;
  private final Process unshare;
  private final DbusUpstart upstart;

  /**
   * What a command in the machine has printed.
   *
   * @param status its exit status
   * @param output both of its outputs
   */
  record Result(int status, String output) {}

  private Machine(Path shared, Process unshare) {
    this.shared = shared;
    this.unshare = unshare;
    this.upstart = DbusUpstart.at(address(shared));
  }

  /** Skips the test where there can be no such machine. */
  static void assumePossible() {
    assumeTrue(
        Runtime.version().feature() >= FIRST_JAVA_THAT_REAPS,
        "skipped: only Java 22 and later reap what is handed to process 1");
    assumeTrue(
        run(List.of("unshare", "-mpn", "--fork", "sh", "-c", "mount -t tmpfs none /mnt && ip link"))
                .status()
            == 0,
        "skipped: a machine of its own needs root's rights, unshare, mount and ip");
  }

  /** Skips the test where a program is missing. */
  static void assumeInstalled(String program, String debianPackage) {
    assumeTrue(
        Stream.of(PATH.split(":")).anyMatch(in -> Files.isExecutable(Path.of(in, program))),
        "skipped: this test needs " + program + ", of Debian's package " + debianPackage);
  }

  /**
   * Boots one.
   *
   * @param folder an empty folder, the same on both machines; its folder {@code init} holds the
   *     jobs
   */
  static Machine boot(Path folder) throws IOException {
    Path script = folder.resolve("machine.sh");
    try (InputStream text = Machine.class.getResourceAsStream("machine.sh")) {
      Files.copy(text, script, StandardCopyOption.REPLACE_EXISTING);
    }
    Path layers = Files.createDirectory(folder.resolve("layers"));
    Set<Path> kept = kept();
    List<String> command = new ArrayList<>(List.of("unshare", "-mpn", "--fork"));
    command.addAll(List.of("sh", script.toString(), folder.toString(), layers.toString()));
    command.add(Integer.toString(kept.size()));
    kept.forEach(path -> command.add(path.toString()));
    command.addAll(engine(folder));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("console").toFile());
    builder.environment().clear();
    builder.environment().put("PATH", PATH);
    builder.environment().put("LC_ALL", "C.UTF-8");
    Machine machine = new Machine(folder, builder.start());
    machine.awaitBoot();
    return machine;
  }

  private static List<String> engine(Path folder) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--enable-native-access=ALL-UNNAMED",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Xmx64m",
        "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
        "-cp",
        ManagementFactory.getRuntimeMXBean().getClassPath(),
        "org.upstart4j.cli.UpstartCommand",
        "init",
        "--confdir",
        folder.resolve("init").toString(),
        "--address",
        address(folder));
  }

  private static String address(Path folder) {
    return "unix:path=" + folder.resolve("upstart.sock");
  }

  /** Where Java and its classes are, which need not be on the file system of the root. */
  private static Set<Path> kept() {
    Set<Path> kept = new LinkedHashSet<>();
    kept.add(Path.of(System.getProperty("java.home")));
    kept.add(Path.of(System.getProperty("user.home"), ".m2"));
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.exists(at.resolve("mvnw"))) {
        kept.add(at);
      }
    }
    kept.removeIf(path -> !Files.isDirectory(path));
    return kept;
  }

  private void awaitBoot() {
    Eventually.is(
        () -> {
          if (!unshare.isAlive()) {
            throw new AssertionError(console());
          }
          return answers();
        },
        "an answer of the machine's Upstart");
  }

  private boolean answers() {
    try {
      upstart.version();
      return true;
    } catch (UpstartUnavailableException notYet) {
      return false;
    }
  }

  /** Returns its Upstart. */
  DbusUpstart upstart() {
    return upstart;
  }

  /** Returns what process 1 has printed. */
  String console() {
    try {
      return Files.readString(shared.resolve("console"), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until process 1 has printed a text. */
  void awaitConsole(String text) {
    try {
      Eventually.is(() -> console().contains(text), text);
    } catch (UpstartTimeoutException never) {
      throw new AssertionError(text + " is not printed, but this:\n" + console(), never);
    }
  }

  /** Runs a line of shell in it. */
  Result sh(String line) {
    return run(
        List.of(
            "nsenter",
            "--target=" + init(),
            "--mount",
            "--pid",
            "--net",
            "--root",
            "--wd",
            "env",
            "-i",
            "PATH=" + PATH,
            "sh",
            "-c",
            line));
  }

  private static Result run(List<String> command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String output =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return new Result(process.waitFor(), output);
    } catch (IOException missing) {
      return new Result(127, missing.toString());
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Returns process 1's number on this machine. */
  long init() {
    return unshare.children().findFirst().orElseThrow(() -> new AssertionError(console())).pid();
  }

  /** Returns how many processes have ended in it without being asked for their status. */
  int zombies() {
    return Integer.parseInt(sh("grep -ls '^State:.Z' /proc/[0-9]*/status | wc -l").output());
  }

  /** Returns how many processes jobs have in it, with the shell that process 1 keeps for them. */
  long processes() {
    return ProcessHandle.of(init()).orElseThrow().descendants().count();
  }

  /** Kills process 1, as the power is cut. */
  void cutPower() {
    ProcessHandle.of(init()).ifPresent(ProcessHandle::destroyForcibly);
    awaitEnd();
  }

  /** Has process 1 stop all, as {@code docker stop} does; returns its exit status. */
  int shutDown() {
    ProcessHandle.of(init()).ifPresent(ProcessHandle::destroy);
    return awaitEnd();
  }

  private int awaitEnd() {
    try {
      if (!unshare.waitFor(60, TimeUnit.SECONDS)) {
        throw new AssertionError("The machine does not end:\n" + console());
      }
      return unshare.exitValue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    upstart.close();
    if (unshare.isAlive()) {
      cutPower();
    }
  }
}
