package org.upstart4j.fleet.rolling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.upstart4j.embedded.EmbeddedUpstart;
import org.upstart4j.embedded.ScriptedProcesses;
import org.upstart4j.fleet.Fleet;
import org.upstart4j.fleet.Host;
import org.upstart4j.fleet.rolling.Outcome.Kind;

/** The record of a change whose program is killed while hosts are being changed. */
@Timeout(180)
class KilledChangeTest {

  @TempDir private Path folder;

  /** The program: its sixth host hangs, after it has said so. */
  public static void main(String[] arguments) {
    try (EmbeddedUpstart engine =
            EmbeddedUpstart.builder()
                .job("web", "exec /usr/bin/web\n")
                .processes(new ScriptedProcesses())
                .build();
        Fleet fleet =
            Fleet.of(IntStream.rangeClosed(1, 9).mapToObj(i -> Host.of("h" + i)).toList())
                .connectedBy(host -> new UnclosedUpstart(engine))
                .build()) {
      var web = engine.job("web").start();
      RollingChange.of(
              fleet,
              RollingPlan.of(Share.of(1)),
              "restart web",
              (host, upstart) -> {
                if (host.name().equals("h6")) {
                  System.out.println("hangs");
                  hang();
                }
                return web;
              })
          .recordedIn(Path.of(arguments[0]))
          .run(one -> {});
    }
  }

  private static void hang() {
    try {
      Thread.sleep(Long.MAX_VALUE);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void theRecordOfAProgramThatWasKilledLosesNothing() throws Exception {
    Path record = folder.resolve("record");
    Process program = start(record);
    try (BufferedReader output =
        new BufferedReader(
            new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(output.readLine()).isEqualTo("hangs");
    } finally {
      program.destroyForcibly().waitFor();
    }

    Map<String, Outcome> read = new RecordFile(record).read("restart web").orElseThrow();
    assertThat(read.values())
        .extracting(Outcome::kind)
        .containsExactly(
            Kind.DONE,
            Kind.DONE,
            Kind.DONE,
            Kind.DONE,
            Kind.DONE,
            Kind.UNKNOWN,
            Kind.UNTRIED,
            Kind.UNTRIED,
            Kind.UNTRIED);
  }

  private static Process start(Path record) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            KilledChangeTest.class.getName(),
            record.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
