package org.upstart4j.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.upstart4j.testkit.UpstartAssertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upstart4j.analysis.Check;
import org.upstart4j.analysis.finding.Rule;
import org.upstart4j.analysis.finding.Severity;
import org.upstart4j.analysis.platform.Platform;
import org.upstart4j.jobfile.JobDirectory;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.JobFolder;

class JobFolderAssertTest {

  private static final JobFolder WRONG = folder("nice 1\nnice 2\nexec /usr/sbin/webd\n");

  @TempDir Path root;

  @Test
  void aFolderWithoutFindingsPasses() throws IOException {
    Files.writeString(root.resolve("web.conf"), "exec /usr/sbin/webd\n");

    assertThat(JobDirectory.of(root)).hasNoFindings(Platform.UBUNTU_14_04);
  }

  @Test
  void aFailureListsTheFindings() {
    assertThatThrownBy(() -> assertThat(WRONG).hasNoFindings(Platform.UBUNTU_14_04))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("without findings for ubuntu-14.04, but there are 1:")
        .hasMessageContaining("web.conf:1:1: warning: ")
        .hasMessageContaining("1 | nice 1\n");
  }

  @Test
  void whatIsGoodToKnowOrTurnedOffDoesNotCount() {
    Check check = Check.of(Platform.UBUNTU_14_04);

    assertThat(WRONG).hasNoFindings(check.with(Rule.LAST_WINS, Severity.INFO));
    assertThat(WRONG).hasNoFindings(check.with(Rule.LAST_WINS, Severity.OFF));
  }

  private static JobFolder folder(String text) {
    return JobFolder.of(Map.of("web.conf", JobFile.parse(text)));
  }
}
