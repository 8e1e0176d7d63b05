package org.upstart4j.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.upstart4j.UpstartTimeoutException;
import org.upstart4j.dbus.DbusUpstart;
import org.upstart4j.dbus.UpstartDbusServer;
import org.upstart4j.embedded.EmbeddedUpstart;
import org.upstart4j.embedded.ScriptedProcesses;

/**
 * What an engine does while very many job files are written into its folder at once: how long a
 * client waits for an answer, when all jobs are known, and how much memory that takes. Then the
 * same while all files are read again, and while they are deleted. The first argument is the number
 * of files, 20,000 without it.
 */
public final class FolderFlood {

  private static final String PROBE = "probe";

  private final Path folder;
  private final EmbeddedUpstart engine;
  private final DbusUpstart client;
  private final int files;

  private FolderFlood(Path folder, EmbeddedUpstart engine, DbusUpstart client, int files) {
    this.folder = folder;
    this.engine = engine;
    this.client = client;
    this.files = files;
  }

  /** Measures, and prints seconds and megabytes. */
  public static void main(String[] arguments) throws Exception {
    int files = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000;
    Path folder = Files.createTempDirectory("flood");
    String address = "unix:abstract=/org/upstart4j/benchmarks/" + UUID.randomUUID();
    Files.writeString(folder.resolve(PROBE + ".conf"), "exec sleep 1000\n");
    try (EmbeddedUpstart engine =
            EmbeddedUpstart.builder().folder(folder).processes(new ScriptedProcesses()).build();
        UpstartDbusServer server = UpstartDbusServer.of(engine).listen(address);
        DbusUpstart client = DbusUpstart.at(address)) {
      new FolderFlood(folder, engine, client, files).measure();
    } finally {
      delete(folder);
    }
  }

  private void measure() throws Exception {
    System.out.printf(
        Locale.ROOT, "%d files, a heap of %d MB%n", files, Runtime.getRuntime().maxMemory() >> 20);
    time("written", files + 1, this::write);
    time("read again", files + 1, engine::reloadConfiguration);
    time("written again", files + 1, this::write);
    time("deleted", 1, this::deleteAll);
  }

  private void write() throws IOException {
    for (int i = 0; i < files; i++) {
      Files.writeString(file(i), EngineBenchmark.realistic(i));
    }
  }

  private void deleteAll() throws IOException {
    for (int i = 0; i < files; i++) {
      Files.delete(file(i));
    }
  }

  private Path file(int i) {
    return folder.resolve("service-" + i + ".conf");
  }

  /** Does something, and asks for a job's status until that is done and all jobs are known. */
  private void time(String what, int jobs, Work work) throws Exception {
    peaks().forEach(MemoryPoolMXBean::resetPeakUsage);
    long begun = System.nanoTime();
    CompletableFuture<Double> worked = CompletableFuture.supplyAsync(() -> run(work, begun));
    double longest = 0;
    while (!worked.isDone() || engine.jobs().size() != jobs) {
      for (int i = 0; i < 10; i++) {
        long asked = System.nanoTime();
        ask();
        longest = Math.max(longest, seconds(asked));
        Thread.sleep(5);
      }
    }
    double all = seconds(begun);
    long peak = peaks().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    System.out.printf(
        Locale.ROOT,
        "%-14s in %6.1f s, all known after %6.1f s, longest wait %6.3f s, peak %5d MB, kept %5d MB%n",
        what,
        worked.join(),
        all,
        longest,
        peak >> 20,
        RetainedMemory.used() >> 20);
  }

  private void ask() {
    try {
      client.job(PROBE).status();
    } catch (UpstartTimeoutException late) {
      System.out.println(late.getMessage());
    }
  }

  private static double run(Work work, long begun) {
    try {
      work.run();
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
    return seconds(begun);
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }

  private static List<MemoryPoolMXBean> peaks() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /** What is measured. */
  private interface Work {
    void run() throws Exception;
  }
}
