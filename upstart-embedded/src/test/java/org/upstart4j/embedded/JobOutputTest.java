package org.upstart4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.upstart4j.Environment;
import org.upstart4j.JobStatus;
import org.upstart4j.embedded.process.JobOutput;

/** Who takes what jobs write. */
class JobOutputTest {

  private final Map<String, String> taken = new ConcurrentHashMap<>();

  /** Keeps what was written, by the label of its instance; each stream adds its own in the end. */
  private OutputStream keep(String job, String instance) {
    return new ByteArrayOutputStream() {
      @Override
      public void close() {
        String text = toString(StandardCharsets.UTF_8);
        taken.merge(JobStatus.label(job, instance), text, String::concat);
      }
    };
  }

  @BeforeEach
  void needsProcesses() {
    assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "skipped: there is no /proc");
  }

  private static EmbeddedUpstart engine(JobOutput output, String... jobs) {
    EmbeddedUpstartBuilder builder = EmbeddedUpstart.builder().output(output);
    for (int i = 0; i < jobs.length; i += 2) {
      builder.job(jobs[i], jobs[i + 1]);
    }
    return builder.build();
  }

  @Test
  void whatEachProcessWritesIsTakenToItsLastByte() {
    try (EmbeddedUpstart upstart =
        engine(
            this::keep,
            "talk",
            "task\ninstance $N\npre-start exec echo before\nscript\n"
                + "  echo out; echo err >&2; printf end\nend script\n")) {
      upstart.job("talk").start(Environment.of("N", 1));
      Host.await(() -> taken.getOrDefault("talk (1)", "").length() == 18);
    }
    assertThat(taken.get("talk (1)")).contains("before\n", "out\nerr\nend");
  }

  @Test
  void whatIsWrittenAfterTheEndOfTheJobIsTakenAsWell() {
    try (EmbeddedUpstart upstart =
        engine(
            this::keep,
            "go",
            "task\nscript\n  { sleep 0.2; echo child; } &\n  echo job\nend script\n")) {
      upstart.job("go").start();
      Host.await(() -> taken.containsKey("go"));
    }
    assertThat(taken).isEqualTo(Map.of("go", "job\nchild\n"));
  }

  @Test
  void nothingIsLostWhenTheEngineIsClosed() {
    EmbeddedUpstart upstart =
        engine(this::keep, "web", "script\n  echo up\n  exec sleep 1000\nend script\n");
    upstart.job("web").start();
    int pid = upstart.job("web").status().pid().orElseThrow();
    Host.await(() -> Host.commandLine(pid).equals("sleep 1000 "));
    upstart.close();

    assertThat(taken).isEqualTo(Map.of("web", "up\n"));
  }

  @Test
  void whoTakesTheOutputIsTheConsoleAndNoneIsNone() {
    try (EmbeddedUpstart upstart =
        engine(
            this::keep,
            "loud",
            "task\nconsole output\nexec echo loud\n",
            "silent",
            "task\nconsole none\nexec echo silent\n")) {
      upstart.job("silent").start();
      upstart.job("loud").start();
      Host.await(() -> taken.containsKey("loud"));
    }
    assertThat(taken).isEqualTo(Map.of("loud", "loud\n"));
  }

  @Test
  void aStreamThatFailsHoldsUpNobody() {
    JobOutput failing =
        (job, instance) ->
            new OutputStream() {
              @Override
              public void write(int b) throws IOException {
                throw new IOException("full");
              }
            };
    try (EmbeddedUpstart upstart =
        engine(failing, "much", "task\nexec head -c 1000000 /dev/zero\n")) {
      upstart.job("much").start();
    }
  }

  @Test
  void aStreamThatWaitsHoldsUpOnlyWhoWrites() throws InterruptedException {
    CountDownLatch reads = new CountDownLatch(1);
    JobOutput waiting =
        (job, instance) ->
            new OutputStream() {
              @Override
              public void write(int b) throws IOException {
                try {
                  reads.await();
                } catch (InterruptedException interruption) {
                  throw new IOException(interruption);
                }
              }
            };
    try (EmbeddedUpstart upstart =
        engine(waiting, "much", "exec yes\n", "other", "task\nexec true\n")) {
      upstart.job("much").start();
      upstart.job("other").start();
      upstart.job("much").stop();
      reads.countDown();
    }
  }
}
