package org.upstart4j.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.upstart4j.analysis.Samples.folder;
import static org.upstart4j.analysis.Samples.target;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstart4j.analysis.finding.Rule;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.JobFolder;

class BaselineTest {

  private static final Check CHECK = Check.of(target("1.5")).only(Rule.LAST_WINS);
  private static final JobFolder OLD = folder("a.conf", "nice 1\n  nice 1\nnice 2\n");

  private static Baseline baseline(JobFolder folder) {
    return Baseline.of(CHECK.check(folder), folder);
  }

  @Test
  void knownFindingsAreKnownAgainWhenLinesMove() {
    JobFolder moved = folder("a.conf", "# new\n\nnice 1\nnice 1\nnice 2\n");
    assertThat(baseline(OLD).without(CHECK.check(moved), moved)).isEmpty();
  }

  @Test
  void oneMoreOfAKindIsNew() {
    JobFolder more = folder("a.conf", "nice 1\nnice 1\nnice 1\nnice 2\n");
    assertThat(baseline(OLD).without(CHECK.check(more), more))
        .extracting(finding -> finding.span().line())
        .containsExactly(3);
  }

  @Test
  void whatIsNoLongerFoundIsStale() {
    JobFolder less = folder("a.conf", "nice 1\nnice 2\n");
    assertThat(baseline(OLD).stale(CHECK.check(less), less))
        .containsExactly(entry(new Fingerprint("a.conf", "last-wins", "nice 1"), 1));
    assertThat(baseline(OLD).stale(CHECK.check(OLD), OLD)).isEmpty();
  }

  @Test
  void theTextIsReadAgain() {
    byte[] bytes = {'e', 'n', 'v', ' ', 'A', '=', (byte) 0xff, '"', '\n', 'e', 'n', 'v', ' ', 'A'};
    JobFolder odd = folder().with("\u00e9.conf", JobFile.parse(bytes));
    Baseline baseline = baseline(odd);
    assertThat(Baseline.read(baseline.text())).isEqualTo(baseline);
    assertThat(baseline(OLD).text())
        .isEqualTo(
            "{\"upstart-check-baseline\":1}\n{\"file\":\"a.conf\",\"rule\":\"last-wins\","
                + "\"line\":\"nice 1\",\"count\":2}\n");
  }

  @Test
  void mergedTextsAddUp() {
    String text = baseline(OLD).text();
    assertThat(Baseline.read(text + text).counts().values()).containsExactly(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "[]",
        "null",
        "{\"file\":\"a\"}",
        "{\"file\":\"a\",\"rule\":\"b\",\"line\":\"c\",\"count\":0}",
        "{\"file\":\"a\",\"rule\":\"b\",\"line\":\"c\",\"count\":1e99}",
        "{\"file\":1,\"rule\":\"b\",\"line\":\"c\",\"count\":1}"
      })
  void aLineThatIsNoneIsNamed(String line) {
    assertThatThrownBy(() -> Baseline.read("{\"upstart-check-baseline\":1}\n\n" + line))
        .isInstanceOf(BaselineSyntaxException.class)
        .hasMessageStartingWith("line 3: ");
  }

  @Test
  void anotherFileIsNoBaseline() {
    assertThatThrownBy(() -> Baseline.read("")).isInstanceOf(BaselineSyntaxException.class);
  }

  @Test
  void theDigestTellsFingerprintsApart() {
    List<String> digests =
        List.of(
            new Fingerprint("a", "b", "c").digest(),
            new Fingerprint("ab", "", "c").digest(),
            new Fingerprint("a", "b", "\udcff").digest());
    assertThat(digests).doesNotHaveDuplicates().allMatch(digest -> digest.matches("[0-9a-f]{32}"));
  }
}
