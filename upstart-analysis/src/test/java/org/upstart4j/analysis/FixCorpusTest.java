package org.upstart4j.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upstart4j.analysis.finding.Finding;
import org.upstart4j.analysis.finding.Fixed;
import org.upstart4j.analysis.finding.TextEdit;
import org.upstart4j.analysis.platform.Target;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.JobFolder;

/** What holds for the fixes of all rules together, over the files of public repositories. */
class FixCorpusTest {

  @ParameterizedTest
  @CsvSource({"its own, false", "its own, true", "0.6.5, false", "1.5, true", "chromeos, true"})
  void afterAllFixesNothingIsLeftToFixAndNothingElseHasChanged(String target, boolean unsafe) {
    RealJobs.orSkip()
        .forEach(
            (name, folder) -> {
              Target its =
                  target.equals("its own") ? RealJobs.target(name) : Samples.target(target);
              holds(Check.of(its), folder, unsafe, name);
            });
  }

  private static void holds(Check check, JobFolder folder, boolean unsafe, String name) {
    List<Finding> before = check.check(folder);
    Fixed fixed = check.fix(folder, unsafe);

    assertThat(fixed.left())
        .as(name)
        .noneMatch(finding -> finding.fix().filter(fix -> unsafe || fix.safe()).isPresent());
    assertThat(fixed.left().toString()).as(name).isEqualTo(check.check(fixed.folder()).toString());
    assertThat(unfixable(before, folder, unsafe))
        .as(name)
        .isSubsetOf(unfixable(fixed.left(), fixed.folder(), unsafe));
    untouched(folder, fixed);
  }

  /** What cannot be fixed is still found; a fix may let Upstart read on and find more. */
  private static List<String> unfixable(List<Finding> findings, JobFolder folder, boolean unsafe) {
    List<String> texts = new ArrayList<>();
    for (Finding finding : findings) {
      if (finding.fix().filter(fix -> unsafe || fix.safe()).isEmpty()) {
        Fingerprint fingerprint = Fingerprint.of(finding, folder);
        texts.add(
            fingerprint.file()
                + " "
                + fingerprint.rule()
                + " "
                + finding.message().replaceAll("line [0-9]+", "line"));
      }
    }
    return texts;
  }

  /** A file without any fix keeps every byte. */
  private static void untouched(JobFolder folder, Fixed fixed) {
    List<String> edited =
        fixed.fixed().stream()
            .flatMap(f -> f.fix().orElseThrow().edits().stream())
            .map(TextEdit::file)
            .toList();
    for (Map.Entry<String, JobFile> file : folder.files().entrySet()) {
      if (!edited.contains(file.getKey())) {
        assertThat(fixed.folder().files().get(file.getKey())).isEqualTo(file.getValue());
      }
    }
  }
}
