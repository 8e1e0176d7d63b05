package com.example.restarter;

import static org.upstart4j.testkit.UpstartAssertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.upstart4j.picture.Svg;
import org.upstart4j.picture.graph.JobGraphBuilder;
import org.upstart4j.testkit.UpstartExtension;

/** The job file that this project ships. */
class WorkerJobTest {

  @RegisterExtension UpstartExtension upstart = UpstartExtension.job("worker", jobFile());

  static String jobFile() {
    try {
      return Files.readString(Path.of("debian/worker.upstart"));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  @Test
  void eachQueueHasAWorker() {
    upstart.emit("queue-added", "QUEUE=mail");
    upstart.emit("queue-added", "QUEUE=print");

    assertThat(upstart.job("worker")).hasInstances("mail", "print");
  }

  @Test
  void itsPictureShowsWhatStartsIt() {
    String picture = Svg.of(JobGraphBuilder.of(upstart.upstart()).build());

    Assertions.assertThat(picture).startsWith("<svg").contains("worker", "queue-added");
  }

  @Test
  void allWorkersStopAtTheShutdown() {
    upstart.emit("queue-added", "QUEUE=mail");

    upstart.emit("runlevel", "RUNLEVEL=0");

    assertThat(upstart.job("worker")).isStopped("QUEUE=mail");
  }

  @Test
  void aWorkerThatEndsIsRespawnedAndGivenUpAfterTheThirdTime() {
    upstart.when("/usr/bin/worker").after(Duration.ofSeconds(1)).exitsWith(1);

    upstart.emit("queue-added", "QUEUE=mail");
    upstart.advance(Duration.ofSeconds(3));
    assertThat(upstart.job("worker")).isRunning("QUEUE=mail");

    upstart.advance(Duration.ofSeconds(1));
    assertThat(upstart.job("worker")).isStopped("QUEUE=mail");
  }
}
