package org.upstart4j.analysis.reason;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeTest {

  @ParameterizedTest
  @CsvSource({
    "PT0.4S, 0 s",
    "PT59.9S, 59 s",
    "PT1M, 1 min",
    "PT4M3S, 4 min 3 s",
    "PT1H, 1 h",
    "PT25H30M, 1 d 1 h",
    "PT2H5M59S, 2 h 5 min",
  })
  void anAgeIsToldInItsTwoLargestUnits(Duration age, String text) {
    assertThat(Age.text(age)).isEqualTo(text);
  }

  @Test
  void whatIsNotKnownIsLeftOut() {
    assertThat(Age.ago(Optional.empty())).isEmpty();
    assertThat(Age.ago(Optional.of(Duration.ofSeconds(3)))).isEqualTo(" 3 s ago");
    assertThat(Age.afterwards(Optional.of(Duration.ofSeconds(3)))).isEqualTo(", 3 s ago");
  }
}
