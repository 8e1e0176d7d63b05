package org.upstart4j.benchmarks;

import org.upstart4j.Environment;
import org.upstart4j.Wait;
import org.upstart4j.embedded.EmbeddedUpstart;
import org.upstart4j.embedded.EmbeddedUpstartBuilder;
import org.upstart4j.embedded.ScriptedProcesses;
import org.upstart4j.jobfile.JobFile;

/** Tells how much memory an engine keeps for each job, at rest and with an instance that runs. */
public final class EngineMemory {

  private static final int JOBS = 10_000;

  private EngineMemory() {}

  /** Measures 10,000 jobs of some 460 bytes. */
  public static void main(String[] args) throws InterruptedException {
    EmbeddedUpstartBuilder builder = EmbeddedUpstart.builder().processes(new ScriptedProcesses());
    for (int i = 0; i < JOBS; i++) {
      builder.job("service-" + i, JobFile.parse(EngineBenchmark.realistic(i)));
    }
    long before = RetainedMemory.used();
    try (EmbeddedUpstart upstart = builder.build()) {
      long loaded = RetainedMemory.used();
      for (int i = 0; i < JOBS; i++) {
        upstart.job("service-" + i).start(Environment.EMPTY, Wait.FOREVER);
      }
      long running = RetainedMemory.used();
      System.out.printf("a job                  %6d bytes%n", (loaded - before) / JOBS);
      System.out.printf("an instance that runs  %6d bytes%n", (running - loaded) / JOBS);
    }
  }
}
