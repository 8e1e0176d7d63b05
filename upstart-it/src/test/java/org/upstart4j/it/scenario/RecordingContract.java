package org.upstart4j.it.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.upstart4j.it.site.Site;

/** A real Upstart, used through the SDK, does what was recorded. */
interface RecordingContract {

  /**
   * A real Upstart does not always repeat its own recordings: whether a short process ends before
   * an event that its start sets off depends on the machine.
   */
  int TRIES = 10;

  /** Returns where the Upstart runs. */
  Site site();

  static List<Scenario> recordings() {
    return Recordings.own();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.upstart4j.it.scenario.RecordingContract#recordings")
  @Timeout(300)
  default void doesAsRecorded(Scenario recording) {
    assumeFalse(
        recording.callsInitctl(),
        "left out: its jobs call an initctl that may be elsewhere than the one recorded");
    assumeFalse(recording.userSession(), "left out: it is of the Upstart of a user's session");

    List<Difference> differences = RealStage.play(recording, site());
    for (int again = 1; !differences.isEmpty() && again < TRIES; again++) {
      differences = RealStage.play(recording, site());
    }

    assertThat(differences).as(recording.about()).isEmpty();
  }
}
