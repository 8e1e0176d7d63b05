package org.upstart4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

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
    engine.upstart().run(() -> Thread.currentThread().interrupt());

    engine.start("web");

    assertThat(engine.state("web")).isEqualTo("start/running");
  }
}
