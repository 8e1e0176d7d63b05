package org.upstart4j.cli.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

  @ParameterizedTest
  @CsvSource({"500ms, PT0.5S", "30s, PT30S", "7, PT7S", "2m, PT2M", "1h, PT1H"})
  void spansOfTimeAreRead(String text, Duration time) {
    assertThat(Durations.parse(text)).hasValue(time);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "s", "-1s", "1.5s", "1d", "1 s", "99999999999s"})
  void othersAreNot(String text) {
    assertThat(Durations.parse(text)).isEmpty();
  }
}
