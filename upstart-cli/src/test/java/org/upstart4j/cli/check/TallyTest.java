package org.upstart4j.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.upstart4j.analysis.finding.Finding;
import org.upstart4j.analysis.finding.Rule;
import org.upstart4j.analysis.finding.Severity;
import org.upstart4j.cli.check.Subject.Place;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.JobFolder;
import org.upstart4j.jobfile.SourceSpan;

class TallyTest {

  private static final Subject SUBJECT =
      new Subject(
          "init",
          JobFolder.of(Map.of("web.conf", JobFile.parse("task\n"))),
          JobFolder.of(Map.of()),
          new TreeMap<>(Map.of("web.conf", new Place("init/web.conf", Optional.empty()))));

  @Test
  void theStatusIsOneFromTheSeverityOnThatFails() {
    for (Severity severity : Severity.values()) {
      for (Severity failOn : Severity.values()) {
        Tally tally = new Tally(failOn);
        tally.add(SUBJECT, List.of(new Found(finding(severity), List.of())));

        assertThat(tally.status())
            .as("a finding of %s, --fail-on %s", severity, failOn)
            .isEqualTo(severity.compareTo(failOn) >= 0 ? 1 : 0);
      }
    }
  }

  @Test
  void whatCannotBeReadCountsMoreThanFindings() {
    Tally tally = new Tally(Severity.WARNING);
    tally.add(SUBJECT, List.of(new Found(finding(Severity.ERROR), List.of())));
    tally.addUnreadable();

    assertThat(tally.status()).isEqualTo(2);
    assertThat(tally.summary()).isEqualTo("1 file checked: 1 error in 1 file; 1 could not be read");
  }

  @Test
  void withoutAnyFileTheCheckFails() {
    assertThat(new Tally(Severity.ERROR).status()).isEqualTo(1);
    assertThat(new Tally(Severity.ERROR).summary())
        .isEqualTo("0 files checked: no job file was found");
  }

  private static Finding finding(Severity severity) {
    return new Finding(
        Rule.LAST_WINS,
        severity,
        "web.conf",
        new SourceSpan(0, 4, 1, 1),
        "Something",
        "",
        Optional.empty(),
        Optional.empty());
  }
}
