package org.upstart4j.it.situation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is said about the situations of a real Upstart, of which the variable {@code UPSTART_PREFIX}
 * says where it was installed: each is brought about on one that has just been booted.
 */
class RealSituationsTest {

  @TempDir Path work;

  @BeforeAll
  static void needsOne() {
    assumeTrue(RealGround.isThere(), RealGround.MISSING);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("there")
  void isExplained(Situation situation) throws Exception {
    assertIsExplained(situation, RealGround::boot);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("there")
  void isExplainedIfItLogsAll(Situation situation) throws Exception {
    assertIsExplained(situation, RealGround::bootDetailed);
  }

  static Stream<Situation> there() {
    return Situation.all().stream().filter(situation -> !situation.notOn().contains("real"));
  }

  private void assertIsExplained(Situation situation, Ground.Opener opener) throws Exception {
    assertThat(SituationPlayer.play(situation, work, opener)).as(situation.about()).isEmpty();
  }
}
