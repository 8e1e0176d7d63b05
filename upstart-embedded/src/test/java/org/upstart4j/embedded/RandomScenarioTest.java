package org.upstart4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Plays scenarios that are made of seeds, and looks after each step whether all is as it can be.
 * With {@code -Dfuzz} it goes on for minutes with seeds that nobody has seen.
 */
class RandomScenarioTest {

  private static final int SCENARIOS = 1000;
  private static final Duration LONG = Duration.ofMinutes(5);

  private static ScenarioPlayer play(long seed) {
    ScenarioPlayer player = new ScenarioPlayer(new RandomScenario(seed));
    try (player) {
      return player.play().clear();
    }
  }

  private static void check(long seed) {
    ScenarioPlayer player = play(seed);
    assertThat(player.problems())
        .as(
            () ->
                "the scenario of seed %s, which ends with %s"
                    .formatted(seed, last(player.history())))
        .isEmpty();
  }

  private static List<ScenarioPlayer.Played> last(List<ScenarioPlayer.Played> history) {
    return history.subList(Math.max(0, history.size() - 3), history.size());
  }

  @Test
  void nothingHappensThatCannotBe() {
    for (long seed = 0; seed < SCENARIOS; seed++) {
      check(seed);
    }
  }

  @Test
  void theSameScenarioHasTheSameHistory() {
    for (long seed = SCENARIOS; seed < SCENARIOS + 200; seed++) {
      assertThat(play(seed).history()).as("seed %s", seed).isEqualTo(play(seed).history());
    }
  }

  @Test
  void scenariosAreNotAllAlike() {
    List<String> happened =
        LongStream.range(0, 200)
            .mapToObj(RandomScenarioTest::play)
            .flatMap(player -> player.history().stream())
            .flatMap(played -> played.happened().stream())
            .toList();

    assertThat(happened)
        .anyMatch(line -> line.startsWith("goal") && line.endsWith(" respawn"))
        .anyMatch(line -> line.endsWith(" post-stop"))
        .anyMatch(line -> line.contains("RESULT=failed PROCESS=respawn"))
        .anyMatch(line -> line.contains("PROCESS=main EXIT_SIGNAL="))
        .anyMatch(line -> line.endsWith("|Event failed"))
        .anyMatch(line -> line.endsWith("|Job failed to start"))
        .anyMatch(line -> line.startsWith("event e1/failed"))
        .anyMatch(line -> line.equals("quiesced"))
        .anyMatch(line -> line.startsWith("job removed"));
  }

  @Test
  @EnabledIfSystemProperty(named = "fuzz", matches = ".*")
  void nothingHappensThatCannotBeHoweverLongItIsSearchedFor() {
    long end = System.nanoTime() + LONG.toNanos();
    Random seeds = new Random();
    while (System.nanoTime() < end) {
      check(seeds.nextLong());
    }
  }
}
