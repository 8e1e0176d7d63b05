package org.upstart4j.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.upstart4j.jobfile.JobFile;

/**
 * Tells how much memory a parsed file keeps, its own bytes included, as a multiple of its size:
 * parses many, holds them all, and looks at the heap before and after.
 */
public final class RetainedMemory {

  private static final long WANTED_BYTES = 20_000_000;

  private RetainedMemory() {}

  /** Measures the corpus, and files that are nothing but short lines. */
  public static void main(String[] args) throws InterruptedException {
    if (!Corpus.isMissing()) {
      measure("corpus", Corpus.read().files());
    }
    for (String line : List.of("\n", "#\n", "a\n", "manual ", "env A=b\n")) {
      String text = line.repeat((int) (WANTED_BYTES / 4 / line.length()));
      String name = "\"" + line.replace("\n", "\\n") + "\" repeated";
      measure(name, List.of(text.getBytes(StandardCharsets.UTF_8)));
    }
  }

  private static void measure(String name, List<byte[]> files) throws InterruptedException {
    long bytes = files.stream().mapToLong(file -> file.length).sum();
    int rounds = (int) Math.max(1, WANTED_BYTES / bytes);
    JobFile[] kept = new JobFile[rounds * files.size()];
    JobFile.parse(files.get(0));
    long before = used();
    for (int i = 0; i < kept.length; i++) {
      kept[i] = JobFile.parse(files.get(i % files.size()));
    }
    long retained = used() - before;
    System.out.printf(
        "%-24s %5.1f times its size, in %d files%n",
        name, (double) retained / (bytes * rounds), kept.length);
  }

  static long used() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      System.gc();
      Thread.sleep(50);
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
