package org.upstart4j.it.situation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said about situations, whichever way one looks at them. */
@Execution(ExecutionMode.CONCURRENT)
class SituationsTest {

  @TempDir Path work;

  static Stream<Situation> here() {
    return Situation.all().stream().filter(situation -> !situation.notOn().contains("engine"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("here")
  void isExplainedInTheProcess(Situation situation) throws Exception {
    assertIsExplained(situation, EngineGround::inProcess);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("here")
  void isExplainedOverDbus(Situation situation) throws Exception {
    assertIsExplained(situation, EngineGround::overDbus);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("here")
  void nothingWrongIsSaidOverInitctl(Situation situation) throws Exception {
    assertIsExplained(situation, EngineGround::overInitctl);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("here")
  void nothingWrongIsSaidOfAnUpstartThatTellsNoState(Situation situation) throws Exception {
    assertIsExplained(situation, EngineGround::ofOld);
  }

  private void assertIsExplained(Situation situation, Ground.Opener opener) throws Exception {
    assertThat(SituationPlayer.play(situation, work, opener)).as(situation.about()).isEmpty();
  }

  @Test
  void theSituationsAreManyAndEachHasANameOfItsOwn() {
    List<String> names = Situation.all().stream().map(Situation::name).toList();

    assertThat(names).hasSizeGreaterThan(130).doesNotHaveDuplicates();
  }
}
