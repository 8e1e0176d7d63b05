package org.upstart4j.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
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
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.upstart4j.analysis.Check;
import org.upstart4j.analysis.platform.Platform;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.JobFolder;

/** What a check of a folder costs, from the files' bytes to the findings, without any shell. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(1)
public class CheckBenchmark {

  private static final Check CHECK = Check.of(Platform.UBUNTU_14_04);

  /** The corpus as one folder. */
  @State(Scope.Thread)
  public static class CorpusFolder {

    private final Map<String, byte[]> files = new TreeMap<>();

    /** Names the files. */
    @Setup
    public void name() {
      int number = 0;
      for (byte[] file : Corpus.read().files()) {
        files.put("job" + number++ + ".conf", file);
      }
    }
  }

  /** A folder of services that start each other: each waits for the one before it. */
  @State(Scope.Thread)
  public static class Chain {

    /** How many jobs there are; the time should grow as they do. */
    @Param({"2500", "10000", "40000"})
    public int jobs;

    private final Map<String, byte[]> files = new TreeMap<>();

    /** Writes the files. */
    @Setup
    public void write() {
      for (int i = 0; i < jobs; i++) {
        String text =
            "start on started service-%d and (runlevel [2345] or shop-%d)%n"
                    .formatted(i == 0 ? jobs - 1 : i - 1, i)
                + "stop on stopping service-%d or runlevel [!2345]%n".formatted(i)
                + "env A=%d%nrespawn%nscript%n  . /etc/default/x%n  A=$(date)%n".formatted(i)
                + "  initctl emit shop-%d%n  exec /usr/sbin/service%nend script%n".formatted(i);
        files.put("service-" + i + ".conf", text.getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  /** The corpus, with all rules. */
  @Benchmark
  public void corpus(CorpusFolder folder, Blackhole hole) {
    hole.consume(CHECK.check(read(folder.files)));
  }

  /** Many jobs in one folder, with all rules. */
  @Benchmark
  public void chain(Chain chain, Blackhole hole) {
    hole.consume(CHECK.check(read(chain.files)));
  }

  private static JobFolder read(Map<String, byte[]> bytes) {
    Map<String, JobFile> files = new TreeMap<>();
    bytes.forEach((name, content) -> files.put(name, JobFile.parse(content)));
    return JobFolder.of(files);
  }
}
