package org.upstart4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.upstart4j.ProcessType;
import org.upstart4j.embedded.process.ProcessObserver;
import org.upstart4j.embedded.process.ProcessSpawner;
import org.upstart4j.embedded.process.SpawnRequest;
import org.upstart4j.embedded.process.SpawnedProcess;

class FaultTest {

  private final Scripted engine = new Scripted().job("web", "exec web");

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void aFaultOfTheEngineIsThrownToWhoAskedForItAndTheEngineGoesOn() {
    StackOverflowError fault = new StackOverflowError();

    assertThatExceptionOfType(CompletionException.class)
        .isThrownBy(
            () ->
                engine
                    .upstart()
                    .calls()
                    .run(
                        () -> {
                          throw fault;
                        }))
        .withCause(fault);

    engine.start("web");
    assertThat(engine.state("web")).isEqualTo("start/running");
  }

  @Test
  void anInterruptionOfTheEnginesThreadIsNoFault() {
    engine.upstart().calls().run(() -> Thread.currentThread().interrupt());

    engine.start("web");

    assertThat(engine.state("web")).isEqualTo("start/running");
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "SECURITY")
  void aProcessThatCannotEvenBeAskedForFailsAndItsJobCanBeStopped(ProcessType type) {
    engine.processes.when("other").exitsWith(0);
    engine
        .with(builder -> builder.processes(new Failing(type, engine.processes)))
        .job(
            "job",
            "exec web",
            "pre-start exec other",
            "post-start exec other",
            "pre-stop exec other",
            "post-stop exec other");
    boolean starts = type != ProcessType.PRE_START && type != ProcessType.MAIN;

    engine.beginStart("job");
    assertThat(engine.state("job")).isEqualTo(starts ? "start/running" : "stop/waiting");
    if (starts) {
      engine.beginStop("job");
    }
    assertThat(engine.state("job")).isEqualTo("stop/waiting");
  }

  /** Throws something when it is asked for a process of one type. */
  private record Failing(ProcessType type, ProcessSpawner others) implements ProcessSpawner {

    @Override
    public SpawnedProcess spawn(SpawnRequest request, ProcessObserver observer) {
      if (request.type() == type) {
        throw new IllegalStateException("no processes today");
      }
      return others.spawn(request, observer);
    }

    @Override
    public void close() {
      others.close();
    }
  }

  @Test
  void anInstanceWhoseNameIsNoFileNameRunsAndStops(@TempDir Path logs) {
    engine
        .with(builder -> builder.logFolder(logs))
        .job("named", "instance $X", "env X=caf\udce9", "exec web");

    engine.beginStart("named");
    assertThat(engine.main("named").request().log()).map(Path::getParent).contains(logs);
    engine.stop("named");
  }
}
