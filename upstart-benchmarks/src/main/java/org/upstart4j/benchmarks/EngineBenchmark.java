package org.upstart4j.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.upstart4j.Event;
import org.upstart4j.Wait;
import org.upstart4j.embedded.EmbeddedUpstart;
import org.upstart4j.embedded.EmbeddedUpstartBuilder;
import org.upstart4j.embedded.ScriptedProcesses;
import org.upstart4j.jobfile.JobFile;

/** The engine: how long many job files take to load, and events to reach many jobs. */
@Fork(2)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class EngineBenchmark {

  private static final int FILES = 10_000;
  private static final int JOBS = 1_000;
  private static final int EVENTS = 1_000;

  /** A job file as they are: some 460 bytes. */
  static String realistic(int number) {
    return """
        # service %1$d - does what services do
        description "service number %1$d of the benchmark"
        author "Somebody <somebody@example.com>"

        start on (runlevel [2345] and started dependency-%1$d)
        stop on runlevel [!2345]

        respawn
        respawn limit 5 30
        kill timeout 20

        env PORT=%1$d
        env LANG=C.UTF-8
        export PORT

        pre-start script
            test -x /usr/sbin/service-%1$d || { stop; exit 0; }
        end script

        exec /usr/sbin/service-%1$d --port $PORT
        """
        .formatted(number);
  }

  /** An engine on a folder of 10,000 job files. */
  @State(Scope.Benchmark)
  public static class Folder {

    private Path folder = Path.of("");
    private EmbeddedUpstart upstart = empty();

    @Setup
    public void fill() throws IOException {
      folder = Files.createTempDirectory("jobs");
      for (int i = 0; i < FILES; i++) {
        Files.writeString(folder.resolve("service-" + i + ".conf"), realistic(i));
      }
      upstart.close();
      upstart = EmbeddedUpstart.builder().folder(folder).processes(new ScriptedProcesses()).build();
    }

    @TearDown
    public void remove() throws IOException {
      upstart.close();
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).forEach(Folder::delete);
      }
    }

    private static void delete(Path path) {
      try {
        Files.delete(path);
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }

  /** An engine with 1,000 jobs, each waiting for two events of which one is the same for all. */
  @State(Scope.Benchmark)
  public static class Waiting {

    private EmbeddedUpstart upstart = empty();

    @Setup
    public void fill() {
      upstart.close();
      EmbeddedUpstartBuilder builder = EmbeddedUpstart.builder().processes(new ScriptedProcesses());
      for (int i = 0; i < JOBS; i++) {
        String text = "start on (tick N=%1$d and never-%1$d) or started other-%1$d\nexec true\n";
        builder.job("job-" + i, JobFile.parse(text.formatted(i)));
      }
      upstart = builder.build();
    }

    @TearDown
    public void close() {
      upstart.close();
    }
  }

  private static EmbeddedUpstart empty() {
    return EmbeddedUpstart.builder().processes(new ScriptedProcesses()).build();
  }

  /** Time for each file. */
  @Benchmark
  @OperationsPerInvocation(FILES)
  public void reload(Folder state) {
    state.upstart.reloadConfiguration();
  }

  /** Time for each event that all 1,000 jobs compare with their conditions. */
  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public void emitKnown(Waiting state) {
    for (int i = 0; i < EVENTS; i++) {
      state.upstart.emit(Event.of("tick").with("N", -1), Wait.FOREVER);
    }
  }

  /** Time for each event that no job knows. */
  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public void emitUnknown(Waiting state) {
    for (int i = 0; i < EVENTS; i++) {
      state.upstart.emit(Event.of("tock").with("N", -1), Wait.FOREVER);
    }
  }
}
