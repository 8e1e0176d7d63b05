package org.upstart4j.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstart4j.analysis.finding.Finding;
import org.upstart4j.analysis.finding.Rule;
import org.upstart4j.analysis.platform.Platform;

class RunlevelPatternRuleTest {

  private static List<Finding> check(String condition) {
    return Folders.check(
        Rule.RUNLEVEL_PATTERN, Platform.UBUNTU_14_04, "start on " + condition + "\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "runlevel [2345]",
        "runlevel [!2345]",
        "runlevel [^06]",
        "runlevel [2-5]",
        "runlevel 2",
        "runlevel S",
        "runlevel *",
        "runlevel",
        "runlevel [!$RUNLEVEL]",
        "runlevel RUNLEVEL=[016]",
        "runlevel RUNLEVEL!=6",
        "runlevel [2345] N",
        "stopped rc RUNLEVEL=[2345]",
        "starting rc RUNLEVEL=",
        "runlevel PREVLEVEL=[!N]",
        "shop-level 2345",
      })
  void patternsThatMatchARunlevelAreFine(String condition) {
    assertThat(check(condition)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "runlevel 2345, [2345]",
    "runlevel !2345, [!2345]",
    "'runlevel 2,3,4,5', '[2345]'",
    "runlevel 2-5, [2-5]",
    "runlevel RUNLEVEL=2345, RUNLEVEL=[2345]",
    "stopped rc RUNLEVEL=2345, RUNLEVEL=[2345]",
    "runlevel [2345, [2345]",
  })
  void runlevelsThatAreNoPatternAreFoundAndMended(String condition, String mended) {
    assertThat(check(condition))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.message()).endsWith("matches no runlevel");
              assertThat(finding.fix().orElseThrow().safe()).isFalse();
              assertThat(finding.fix().orElseThrow().edits().get(0).replacement())
                  .isEqualTo(mended);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"runlevel [789]", "runlevel [a-f]", "runlevel multi-user"})
  void whatCanOnlyBeFoundHasNoFix(String condition) {
    assertThat(check(condition)).singleElement().extracting(Finding::fix).isNotNull();
    assertThat(check(condition).get(0).fix()).isEmpty();
  }

  @Test
  void theConditionForStoppingIsLookedAtToo() {
    assertThat(
            Folders.findings(
                Rule.RUNLEVEL_PATTERN, Platform.RHEL_6, "a.conf", "stop on runlevel 016\n"))
        .containsExactly("a.conf:1:18: \"016\" matches no runlevel");
  }
}
