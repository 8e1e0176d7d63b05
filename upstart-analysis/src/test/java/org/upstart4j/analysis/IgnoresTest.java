package org.upstart4j.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstart4j.analysis.Samples.folder;
import static org.upstart4j.analysis.Samples.target;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstart4j.analysis.finding.Finding;
import org.upstart4j.analysis.finding.Rule;
import org.upstart4j.analysis.finding.Severity;

class IgnoresTest {

  private static final Check CHECK =
      Check.of(target("ubuntu-14.04"))
          .only(Rule.NOT_EXPANDED)
          .with(Rule.LAST_WINS, Severity.WARNING)
          .with(Rule.SYNTAX, Severity.ERROR)
          .with(Rule.BAD_IGNORE, Severity.WARNING)
          .with(Rule.UNUSED_IGNORE, Severity.INFO);

  private static List<String> found(String text) {
    return CHECK.check(folder("web.conf", text)).stream()
        .map(finding -> finding.span().line() + " " + finding.rule())
        .toList();
  }

  private static String fixed(String text) {
    return CHECK.fix(folder("web.conf", text), false).folder().conf("web").orElseThrow().toString();
  }

  @Test
  void aCommentTurnsARuleOffForTheNextStanza() {
    assertThat(found("# upstart-check: ignore not-expanded as it is\n\n# more\nenv A=$B\n"))
        .isEmpty();
    assertThat(found("# upstart-check: ignore not-expanded\nenv A=$B\nenv C=$D\n"))
        .containsExactly("3 not-expanded");
  }

  @Test
  void aCommentTurnsARuleOffForTheStanzaAtWhoseEndItStands() {
    assertThat(found("env A=$B # upstart-check: ignore not-expanded\nenv C=$D\n"))
        .containsExactly("2 not-expanded");
  }

  @Test
  void severalRulesAreTurnedOffTogether() {
    assertThat(found("# upstart-check:ignore last-wins , not-expanded, old\nenv A=$B\nenv A=1\n"))
        .containsExactly("1 bad-ignore");
    assertThat(found("# upstart-check:ignore last-wins, not-expanded old\nenv A=$B\nenv A=1\n"))
        .isEmpty();
  }

  @Test
  void aRuleIsTurnedOffForTheWholeFile() {
    assertThat(found("env A=$B\n# upstart-check: ignore-file not-expanded\nenv C=$D\n")).isEmpty();
  }

  @Test
  void withoutIgnoresNothingIsTurnedOff() {
    assertThat(
            CHECK
                .withoutIgnores()
                .check(folder("a.conf", "# upstart-check: ignore not-expanded\nenv A=$B\n")))
        .extracting(Finding::rule)
        .containsExactly(Rule.NOT_EXPANDED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# upstart-check: ignore",
        "# upstart-check: disable not-expanded",
        "# upstart-check: ignore all",
        "# upstart-check: ignore no-such-rule-at-all",
        "# upstart-check: ignore syntax",
        "# upstart-check ignore last-wins",
        "# upstart-check:",
        "script\n# upstart-check: ignore-file last-wins\nend script"
      })
  void whatIsNotUnderstoodIsFound(String comment) {
    assertThat(found(comment + "\nnice 1\n")).hasSize(1).first().asString().contains("bad-ignore");
  }

  @Test
  void proseThatBeginsWithTheNameIsNoMistake() {
    assertThat(found("# upstart-check is run on this file\nnice 1\n")).isEmpty();
  }

  @Test
  void aMisspeltRuleIsPutRight() {
    assertThat(fixed("# upstart-check: ignore not-expandet é\nenv A=$B\n"))
        .isEqualTo("# upstart-check: ignore not-expanded é\nenv A=$B\n");
  }

  @Test
  void aSyntaxProblemStaysWhateverIsIgnored() {
    assertThat(found("# upstart-check: ignore syntax\nrespwan\n"))
        .containsExactly("2 syntax", "1 bad-ignore");
  }

  @Test
  void aCommentThatTurnsNothingOffIsTakenOut() {
    String text = "nice 1\n  # upstart-check: ignore last-wins why\nnice 2 # b\n";
    assertThat(found("# upstart-check: ignore last-wins\nnice 2\n"))
        .containsExactly("1 unused-ignore");
    assertThat(fixed("a\n" + text)).isEqualTo("a\nnice 1\nnice 2 # b\n");
    assertThat(fixed("nice 1 # upstart-check: ignore last-wins\n")).isEqualTo("nice 1\n");
  }

  @Test
  void oneUnusedRuleOfSeveralIsTakenOut() {
    assertThat(fixed("# upstart-check: ignore last-wins, not-expanded x\nenv A=$B\n"))
        .isEqualTo("# upstart-check: ignore not-expanded x\nenv A=$B\n");
    assertThat(fixed("# upstart-check: ignore not-expanded, last-wins x\nenv A=$B\n"))
        .isEqualTo("# upstart-check: ignore not-expanded x\nenv A=$B\n");
  }

  @Test
  void rulesThatAreOffOrDidNotRunAreNotCalledUnused() {
    assertThat(found("# upstart-check: ignore no-stop-on, shell-syntax, chromeos-oom\nnice 1\n"))
        .isEmpty();
  }
}
