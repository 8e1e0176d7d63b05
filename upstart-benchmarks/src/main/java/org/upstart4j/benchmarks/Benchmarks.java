package org.upstart4j.benchmarks;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs the benchmarks, and tells speed and allocation per byte of the corpus. Takes JMH's options.
 */
public final class Benchmarks {

  private Benchmarks() {}

  /** Runs the benchmarks. */
  public static void main(String[] args) throws RunnerException, CommandLineOptionException {
    if (Corpus.isMissing()) {
      return;
    }
    Options options =
        new OptionsBuilder()
            .parent(new CommandLineOptions(args))
            .addProfiler(GCProfiler.class)
            .jvmArgsAppend(Corpus.option())
            .build();
    Collection<RunResult> results = new Runner(options).run();
    Corpus corpus = Corpus.read();
    System.out.println();
    System.out.println(corpus);
    line(List.of("", "MB/s", "+-", "allocated per byte"));
    for (RunResult result : results) {
      if (!result.getParams().getBenchmark().startsWith(JobFileBenchmark.class.getName())) {
        continue;
      }
      Result<?> speed = result.getPrimaryResult();
      Result<?> allocated = requireNonNull(result.getSecondaryResults().get("gc.alloc.rate.norm"));
      line(
          List.of(
              speed.getLabel(),
              number(speed.getScore() * corpus.bytes() / 1e6),
              number(speed.getScoreError() * corpus.bytes() / 1e6),
              number(allocated.getScore() / corpus.bytes())));
    }
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private static void line(List<String> cells) {
    System.out.printf("%-20s %10s %10s %20s%n", cells.toArray());
  }
}
