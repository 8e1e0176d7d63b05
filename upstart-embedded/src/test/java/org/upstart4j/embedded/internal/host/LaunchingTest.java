package org.upstart4j.embedded.internal.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.upstart4j.Signal;
import org.upstart4j.embedded.Observed;

/** A launch that does not come to an end, or not to a good one. */
class LaunchingTest {

  private final Observed observed = new Observed();

  @Test
  void aFaultMakesTheProcessFail() {
    new Launching(
            () -> {
              throw new IllegalStateException("broken");
            },
            observed)
        .launch()
        .run();

    assertThat(observed.toTheEnd())
        .containsExactly("failed unable to execute: java.lang.IllegalStateException: broken");
  }

  @Test
  void aLaunchThatIsGivenUpFailsOnceWhateverBecomesOfIt() {
    Launching launching =
        new Launching(
            () -> {
              throw new IllegalStateException("at last");
            },
            observed);

    launching.signalGroup(0, Signal.TERM);
    launching.signalGroup(0, Signal.KILL);
    launching.giveUp();
    launching.launch().run();
    launching.giveUp();
    assertThat(observed.toTheEnd())
        .containsExactly("failed unable to execute: Connection timed out");
    assertThat(launching.pid()).isZero();
  }
}
