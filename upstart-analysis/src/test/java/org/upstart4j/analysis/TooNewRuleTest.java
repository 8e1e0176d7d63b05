package org.upstart4j.analysis;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.upstart4j.analysis.Samples.findings;
import static org.upstart4j.analysis.Samples.fixed;
import static org.upstart4j.analysis.Samples.folder;
import static org.upstart4j.analysis.Samples.places;
import static org.upstart4j.analysis.Samples.target;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upstart4j.analysis.finding.Fixed;
import org.upstart4j.analysis.finding.Rule;

class TooNewRuleTest {

  @ParameterizedTest
  @CsvSource({
    "rhel-6, setuid nobody",
    "1.3, console log",
    "1.2, kill signal TERM",
    "0.6.5, manual",
    "1.12.1, cgroup cpuset",
    "ubuntu-14.04, import A"
  })
  void whatTheTargetLacksIsFoundAndIsNoSyntaxProblem(String target, String stanza) {
    assertThat(places(Rule.TOO_NEW, target, "a.conf", stanza + "\n"))
        .singleElement(as(STRING))
        .startsWith("a.conf:1:");
    assertThat(places(Rule.SYNTAX, target, "a.conf", stanza + "\n")).isEmpty();
  }

  @Test
  void whatNoVersionKnowsIsASyntaxProblem() {
    assertThat(places(Rule.SYNTAX, "rhel-6", "a.conf", "respwan\n")).containsExactly("a.conf:1:1");
    assertThat(places(Rule.TOO_NEW, "rhel-6", "a.conf", "respwan\n")).isEmpty();
  }

  @Test
  void theMessageSaysSinceWhenAndWhatToWriteAndTheReasonWhatHappens() {
    assertThat(findings(Rule.TOO_NEW, "rhel-6", "a.conf", "setuid nobody\n"))
        .first()
        .satisfies(
            finding -> {
              assertThat(finding.message()).contains("came with Upstart 1.4", "0.6.5-el6", "su");
              assertThat(finding.reason())
                  .isEqualTo("Upstart drops the whole file, so there is no job \"a\".");
            });
  }

  @Test
  void inAnOverrideFileTheJobStillStarts() {
    Fixed fixed =
        Check.of(target("rhel-6"))
            .only(Rule.TOO_NEW)
            .fix(folder("a.conf", "start on a\n", "a.override", "manual\n"), false);
    assertThat(fixed.fixed()).first().asString().contains("a.override:1:1");
    assertThat(fixed.folder().override("a")).map(Object::toString).contains("start on manual\n");
  }

  @Test
  void anUnequalVariableIsReadButNeverMatches() {
    assertThat(places(Rule.TOO_NEW, "0.6.3", "a.conf", "start on a X!=1 or b\n"))
        .containsExactly("a.conf:1:12");
    assertThat(places(Rule.TOO_NEW, "0.6.5", "a.conf", "start on a X!=1 or b\n")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0.6.5, oom score -1000, oom never",
    "0.6.5, oom score 1000, oom 15",
    "0.6.5, oom score -294, oom -5",
    "1.4, usage \"a\", # usage \"a\"",
    "0.6.5, manual, start on manual"
  })
  void theOlderWordsAreWritten(String target, String stanza, String expected) {
    assertThat(fixed(Rule.TOO_NEW, target, false, stanza + "\n")).isEqualTo(expected + "\n");
  }
}
