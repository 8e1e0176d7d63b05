package org.upstart4j.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.upstart4j.jobfile.JobDefinition;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.version.UpstartVersion;

/** What a job file costs; one operation is the whole corpus, file by file. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 2)
@Fork(3)
public class JobFileBenchmark {

  private final Corpus corpus = Corpus.read();

  /** From bytes to the tree. */
  @Benchmark
  public void parse(Blackhole hole) {
    for (byte[] file : corpus.files()) {
      hole.consume(JobFile.parse(file));
    }
  }

  /** From bytes to what Upstart makes of them: every stanza is read and checked. */
  @Benchmark
  public void parseDefinition(Blackhole hole) {
    for (byte[] file : corpus.files()) {
      hole.consume(JobDefinition.verdict("job", JobFile.parse(file), UpstartVersion.NEWEST));
    }
  }

  /** From bytes to the tree and back. */
  @Benchmark
  public void parsePrint(Blackhole hole) {
    for (byte[] file : corpus.files()) {
      hole.consume(JobFile.parse(file).toBytes());
    }
  }

  /** From bytes to the bytes of a file with another description. */
  @Benchmark
  public void parseEditPrint(Blackhole hole) {
    for (byte[] file : corpus.files()) {
      hole.consume(JobFile.parse(file).toBuilder().description("x").build().toBytes());
    }
  }
}
