package org.upstart4j.analysis;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.upstart4j.analysis.finding.Finding;
import org.upstart4j.analysis.finding.Rule;
import org.upstart4j.analysis.platform.Platform;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.JobFolder;

/** Folders to check. */
final class Folders {

  private Folders() {}

  /** A folder of files: a name, a text, a name, a text. */
  static JobFolder of(String... namesAndTexts) {
    Map<String, JobFile> files = new TreeMap<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      files.put(namesAndTexts[i], JobFile.parse(namesAndTexts[i + 1]));
    }
    return JobFolder.of(files);
  }

  /** What a rule finds in a folder, each as text. */
  static List<String> findings(Rule rule, Platform platform, String... namesAndTexts) {
    return Check.of(platform).only(rule).check(of(namesAndTexts)).stream()
        .map(finding -> finding.file() + ":" + finding.span() + ": " + finding.message())
        .toList();
  }

  /** What a rule finds in one job. */
  static List<Finding> check(Rule rule, Platform platform, String text) {
    return Check.of(platform).only(rule).check(of("shop.conf", text));
  }
}
