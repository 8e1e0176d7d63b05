package org.upstart4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogPriorityTest {

  @Test
  void prioritiesAreUpstartsWordsFromTheLeastWeightOn() {
    assertThat(LogPriority.values())
        .extracting(LogPriority::text)
        .containsExactly("debug", "info", "message", "warn", "error", "fatal");
  }

  @ParameterizedTest
  @EnumSource
  void everyPriorityIsReadFromItsText(LogPriority priority) {
    assertThat(LogPriority.parse(priority.text())).isEqualTo(priority);
    assertThat(priority).hasToString(priority.text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "INFO", "warning", " info"})
  void otherWordsAreRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LogPriority.parse(text))
        .withMessage(
            "No log priority is called \"%s\"; there are debug, info, message, warn, error, fatal",
            text);
  }

  @Test
  @ResourceLock(Resources.LOCALE)
  void theLocaleDoesNotMatter() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));

      assertThat(LogPriority.INFO.text()).isEqualTo("info");
      assertThat(Capability.RE_EXEC).hasToString("re exec");
      assertThat(Capability.SIGNALS).hasToString("signals");
    } finally {
      Locale.setDefault(before);
    }
  }
}
