package org.upstart4j.analysis.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.JobFolder;
import org.upstart4j.jobfile.SourceSpan;

class FixesTest {

  private static final String FILE = "web.conf";

  private final Fixes fixes = new Fixes(JobFolder.of(Map.of(FILE, JobFile.parse("0123456789"))));

  @Test
  void editsApartAreMadeTogetherInAnyOrder() {
    assertThat(fixes.take(fix(edit(8, 9, "I")))).isTrue();
    assertThat(fixes.take(fix(edit(0, 2, "..."), edit(4, 4, "+")))).isTrue();

    assertThat(result()).isEqualTo("...23+4567I9");
  }

  @Test
  void ofTwoFixesThatTouchOnlyTheFirstIsMade() {
    assertThat(fixes.take(fix(edit(2, 4, "x")))).isTrue();

    assertThat(fixes.take(fix(edit(3, 5, "y")))).isFalse();
    assertThat(fixes.take(fix(edit(4, 6, "y")))).isFalse();
    assertThat(fixes.take(fix(edit(0, 2, "y")))).isFalse();
    assertThat(fixes.take(fix(edit(4, 4, "y")))).isFalse();
    assertThat(fixes.take(fix(edit(0, 9, "y")))).isFalse();
    assertThat(fixes.take(fix(edit(7, 8, "a"), edit(2, 2, "b")))).isFalse();
    assertThat(result()).isEqualTo("01x456789");
  }

  @Test
  void aByteThatIsNoTextStaysWhatItIs() {
    fixes.take(fix(edit(0, 9, "\udcff")));

    assertThat(fixes.apply().files().get(FILE).toBytes()).containsExactly(0xff, '9');
  }

  @Test
  void aFileThatIsNotThereIsNotChanged() {
    TextEdit other = new TextEdit("other.conf", new SourceSpan(0, 0, 1, 1), "x");

    assertThat(fixes.take(fix(edit(0, 1, "x"), other))).isFalse();
    assertThat(fixes.isEmpty()).isTrue();
  }

  private String result() {
    return String.valueOf(fixes.apply().files().get(FILE));
  }

  private static Fix fix(TextEdit... edits) {
    return new Fix("Change it", true, List.of(edits));
  }

  private static TextEdit edit(int start, int end, String text) {
    return new TextEdit(FILE, new SourceSpan(start, end, 1, start + 1), text);
  }
}
