package org.upstart4j.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstart4j.analysis.Samples.fixed;
import static org.upstart4j.analysis.Samples.places;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.upstart4j.analysis.finding.Rule;

class LastWinsRuleTest {

  private static final String HERE = "ubuntu-14.04";

  private static List<String> found(String text) {
    return places(Rule.LAST_WINS, HERE, "web.conf", text);
  }

  @Test
  void theEarlierOfTwoConditionsIsFound() {
    assertThat(found("start on a\nstart on b\n")).containsExactly("web.conf:1:1");
  }

  @Test
  void execAndScriptOfOneProcessReplaceEachOther() {
    assertThat(found("exec a\nscript\n b\nend script\n")).containsExactly("web.conf:1:1");
    assertThat(found("exec a\npre-start exec b\npost-stop exec c\n")).isEmpty();
  }

  @Test
  void listsAddUp() {
    assertThat(
            found("export A\nexport B\nemits a\nemits b\nnormal exit 1\nnormal exit 2\nexec a\n"))
        .isEmpty();
  }

  @Test
  void onlyTheSameVariableIsReplaced() {
    assertThat(found("env A=1\nenv B=2\n")).isEmpty();
    assertThat(found("env A=1\nenv B=2\nenv A=3\n")).containsExactly("web.conf:1:1");
  }

  @Test
  void manualBelowTheConditionIsTheUsualWayToTurnAJobOff() {
    assertThat(found("start on a\nmanual\n")).isEmpty();
  }

  @Test
  void aConditionBelowManualMakesManualVoid() {
    assertThat(found("manual\nstart on a\n")).containsExactly("web.conf:1:1");
  }

  @Test
  void anOverrideFileMayReplaceWhatTheConfFileSays() {
    assertThat(places(Rule.LAST_WINS, HERE, "a.conf", "nice 1\n", "a.override", "nice 2\n"))
        .isEmpty();
  }

  @Test
  void ofTwoEqualStanzasTheFirstIsTakenOut() {
    assertThat(fixed(Rule.LAST_WINS, HERE, false, "  respawn # so\r\nexec a\nrespawn\n"))
        .isEqualTo("exec a\nrespawn\n");
    assertThat(fixed(Rule.LAST_WINS, HERE, true, "nice 1\nnice 2\n")).isEqualTo("nice 1\nnice 2\n");
  }

  @Test
  void manyEqualStanzasAreTakenOutTogether() {
    String many = "nice 5\n".repeat(300);
    assertThat(fixed(Rule.LAST_WINS, HERE, false, many)).isEqualTo("nice 5\n");
  }
}
