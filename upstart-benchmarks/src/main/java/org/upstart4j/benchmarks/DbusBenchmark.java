package org.upstart4j.benchmarks;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.upstart4j.Environment;
import org.upstart4j.JobStatus;
import org.upstart4j.Wait;
import org.upstart4j.analysis.Why;
import org.upstart4j.analysis.host.HostKnowledge;
import org.upstart4j.analysis.reason.Answer;
import org.upstart4j.dbus.DbusUpstart;
import org.upstart4j.dbus.UpstartDbusServer;
import org.upstart4j.embedded.EmbeddedUpstart;
import org.upstart4j.embedded.EmbeddedUpstartBuilder;
import org.upstart4j.embedded.ScriptedProcesses;
import org.upstart4j.jobfile.JobFile;

/** Both ends of D-Bus: the engine served at a private address, and our own client. */
@Fork(2)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Benchmark)
public class DbusBenchmark {

  private static final int JOBS = 2_000;

  /** How many of the jobs run. */
  @Param({"0", "2000"})
  public int running;

  private final EmbeddedUpstart upstart = engine();
  private final String address = "unix:abstract=/org/upstart4j/benchmarks/" + UUID.randomUUID();
  private final UpstartDbusServer server = UpstartDbusServer.of(upstart).listen(address);
  private final DbusUpstart client = DbusUpstart.at(address);

  private static EmbeddedUpstart engine() {
    EmbeddedUpstartBuilder builder = EmbeddedUpstart.builder().processes(new ScriptedProcesses());
    for (int i = 0; i < JOBS; i++) {
      builder.job("job-" + i, JobFile.parse("exec sleep 1000\n"));
    }
    return builder.build();
  }

  @Setup
  public void start() {
    for (int i = 0; i < running; i++) {
      upstart.job("job-" + i).start(Environment.EMPTY, Wait.NO_WAIT);
    }
  }

  @TearDown
  public void close() {
    client.close();
    server.close();
    upstart.close();
  }

  /** Time for the statuses of all 2,000 jobs. */
  @Benchmark
  public List<JobStatus> statuses() {
    return client.statuses();
  }

  /** Time for the whole state, as text. */
  @Benchmark
  public String state() {
    return client.stateDump();
  }

  /** Time to find out which jobs there is something to tell about: none. */
  @Benchmark
  public List<Answer> why() {
    return Why.of(HostKnowledge.of(client)).trouble();
  }

  /** Time for one call and its answer. */
  @Benchmark
  public String property() {
    return client.version().text();
  }
}
