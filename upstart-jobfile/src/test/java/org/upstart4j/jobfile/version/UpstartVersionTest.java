package org.upstart4j.jobfile.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class UpstartVersionTest {

  @ParameterizedTest
  @EnumSource
  void everyVersionIsFoundByItsNameInAnyCase(UpstartVersion version) {
    assertThat(UpstartVersion.find(version.text())).contains(version);
    assertThat(UpstartVersion.find(version.text().toUpperCase(Locale.ROOT))).contains(version);
    assertThat(UpstartVersion.names()).contains(version.text());
  }

  @Test
  void thereIsNoOtherVersion() {
    assertThat(UpstartVersion.find("0.6.4")).isEmpty();
    assertThat(UpstartVersion.find("")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "NOT_EQUAL, 0.6.5",
    "MANUAL, 0.6.7",
    "OVERRIDE, 1.3",
    "SETUID, 1.4",
    "USAGE, 1.5",
    "KILL_SIGNAL_NUMBER, 1.6",
    "CGROUP, 1.13"
  })
  void aFeatureIsThereFromItsReleaseOn(Feature feature, String since) {
    UpstartVersion first = UpstartVersion.find(since).orElseThrow();

    assertThat(feature.since()).contains(first);
    for (UpstartVersion version : UpstartVersion.values()) {
      if (version.dialect() == Dialect.UPSTART && version.compareTo(first) >= 0) {
        assertThat(version.has(feature)).as("%s", version).isTrue();
      }
    }
  }

  @Test
  void aDistributionAddsToTheReleaseThatItIsBasedOn() {
    assertThat(UpstartVersion.V0_6_5_EL6.has(Feature.OVERRIDE)).isTrue();
    assertThat(UpstartVersion.V0_6_5_EL6.has(Feature.MANUAL)).isFalse();
    assertThat(UpstartVersion.V0_6_6.has(Feature.OVERRIDE)).isFalse();
    assertThat(UpstartVersion.V0_9_7.has(Feature.MANUAL)).isTrue();
    assertThat(UpstartVersion.V1_0.has(Feature.OVERRIDE)).isFalse();
    assertThat(UpstartVersion.CHROMEOS_1_2.has(Feature.SETUID)).isFalse();
    assertThat(UpstartVersion.CHROMEOS_1_2.has(Feature.IMPORT)).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void theNewestForkHasAllThatAnyVersionHas(Feature feature) {
    assertThat(UpstartVersion.newest(Dialect.CHROMEOS).has(feature)).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void aDialectHasItsNewestVersion(Dialect dialect) {
    assertThat(UpstartVersion.newest(dialect).dialect()).isEqualTo(dialect);
  }

  @Test
  void whatIsMissingIsSaidWithSinceAndInstead() {
    assertThat(Feature.SETUID.missingFrom(UpstartVersion.V0_6_5))
        .startsWith(
            "\"setuid\" came with Upstart 1.4, and 0.6.5 does not know it; write \"exec su ");
    assertThat(Feature.IMPORT.since()).isEmpty();
    assertThat(Feature.IMPORT.missingFrom(UpstartVersion.V1_5))
        .startsWith("\"import\" is of ChromeOS only, and 1.5 does not know it; write nothing, ");
  }
}
