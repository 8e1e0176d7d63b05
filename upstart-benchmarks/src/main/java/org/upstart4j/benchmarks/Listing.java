package org.upstart4j.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.upstart4j.dbus.DbusUpstart;
import org.upstart4j.dbus.UpstartDbusServer;
import org.upstart4j.embedded.EmbeddedUpstart;
import org.upstart4j.embedded.EmbeddedUpstartBuilder;
import org.upstart4j.embedded.ScriptedProcesses;
import org.upstart4j.jobfile.JobFile;

/**
 * How long it takes to list all jobs: our own client, cold and warm, and the initctl that {@code
 * -Dinitctl} names. The first argument is where an Upstart listens; without it the engine is served
 * with 2,000 jobs.
 */
public final class Listing {

  private static final int JOBS = 2_000;
  private static final int TIMES = 21;

  private Listing() {}

  /** Measures, and prints milliseconds: the first time, the median and the longest of the rest. */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length > 0) {
      measure(arguments[0]);
      return;
    }
    String address = "unix:abstract=/org/upstart4j/benchmarks/" + UUID.randomUUID();
    try (EmbeddedUpstart engine = engine();
        UpstartDbusServer server = UpstartDbusServer.of(engine).listen(address)) {
      measure(address);
    }
  }

  private static EmbeddedUpstart engine() {
    EmbeddedUpstartBuilder builder = EmbeddedUpstart.builder().processes(new ScriptedProcesses());
    for (int i = 0; i < JOBS; i++) {
      builder.job("job-" + i, JobFile.parse("exec sleep 1000\n"));
    }
    return builder.build();
  }

  private static void measure(String address) throws Exception {
    System.out.println(address);
    try (DbusUpstart client = DbusUpstart.at(address)) {
      System.out.printf("%d jobs%n", client.jobs().size());
    }
    time(
        "statuses(), a new connection each",
        () -> {
          try (DbusUpstart client = DbusUpstart.at(address)) {
            client.statuses();
          }
        });
    try (DbusUpstart client = DbusUpstart.at(address)) {
      time("statuses()", client::statuses);
    }
    String initctl = System.getProperty("initctl");
    if (initctl != null) {
      time(initctl + " list", () -> run(initctl, address));
    }
  }

  private static void run(String initctl, String address) throws IOException, InterruptedException {
    ProcessBuilder list = new ProcessBuilder(initctl, "list");
    list.environment().put("UPSTART_SESSION", address);
    list.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    list.redirectError(ProcessBuilder.Redirect.INHERIT);
    if (list.start().waitFor() != 0) {
      throw new IllegalStateException(initctl + " has failed");
    }
  }

  private static void time(String what, Work work) throws Exception {
    List<Double> times = new ArrayList<>();
    for (int i = 0; i < TIMES; i++) {
      long start = System.nanoTime();
      work.run();
      times.add((System.nanoTime() - start) / 1e6);
    }
    double first = times.remove(0);
    times.sort(null);
    System.out.printf(
        Locale.ROOT,
        "%-40s first %7.1f median %7.1f longest %7.1f%n",
        what,
        first,
        times.get(times.size() / 2),
        times.get(times.size() - 1));
  }

  /** What is measured. */
  private interface Work {
    void run() throws Exception;
  }
}
