package org.upstart4j.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstart4j.analysis.Samples.folder;
import static org.upstart4j.analysis.Samples.target;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.upstart4j.analysis.finding.Fixed;
import org.upstart4j.analysis.finding.Rule;
import org.upstart4j.analysis.finding.Severity;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.JobFolder;

class FixTest {

  @Test
  void fixesOfSeveralRulesAreAppliedTogether() {
    Fixed fixed =
        Check.of(target("1.5"))
            .only(Rule.KILL_SIGNAL_NUMBER)
            .with(Rule.LIMIT_WITHOUT_RESPAWN, Severity.WARNING)
            .with(Rule.LAST_WINS, Severity.WARNING)
            .fix(folder("a.conf", "nice 1\nnice 1\nkill signal 9\nrespawn limit 1 2\n"), true);
    assertThat(fixed.folder().conf("a"))
        .map(JobFile::toString)
        .contains("nice 1\nkill signal KILL\nrespawn\nrespawn limit 1 2\n");
    assertThat(fixed.fixed()).hasSize(3);
    assertThat(fixed.left()).isEmpty();
  }

  @Test
  void bytesOutsideTheEditsStay() {
    byte[] before = "# \u00e9\u00ff\nnice 1\nnice 1\n\0#".getBytes(StandardCharsets.ISO_8859_1);
    JobFolder folder = folder().with("a.conf", JobFile.parse(before));
    JobFolder after = Check.of(target("1.5")).only(Rule.LAST_WINS).fix(folder, false).folder();
    assertThat(after.conf("a").orElseThrow().toBytes())
        .isEqualTo("# \u00e9\u00ff\nnice 1\n\0#".getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void aFolderWithNothingToFixIsTheSame() {
    JobFolder folder = folder("a.conf", "nice 1\nnice 2\n");
    Fixed fixed = Check.of(target("1.5")).only(Rule.LAST_WINS).fix(folder, true);
    assertThat(fixed.folder()).isSameAs(folder);
    assertThat(fixed.left()).hasSize(1);
  }
}
