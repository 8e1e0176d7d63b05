package org.upstart4j.analysis;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.upstart4j.analysis.finding.Finding;
import org.upstart4j.analysis.finding.Rule;
import org.upstart4j.analysis.platform.Target;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.JobFolder;

/** Small folders of job files, and what is found in them. */
final class Samples {

  private Samples() {}

  static Target target(String name) {
    return Target.find(name).orElseThrow();
  }

  /** A folder of paths and texts, one after the other. */
  static JobFolder folder(String... pathsAndTexts) {
    Map<String, JobFile> files = new TreeMap<>();
    for (int i = 0; i < pathsAndTexts.length; i += 2) {
      files.put(pathsAndTexts[i], JobFile.parse(pathsAndTexts[i + 1]));
    }
    return JobFolder.of(files);
  }

  /** The findings of one rule, as {@code file:line:column}. */
  static List<String> places(Rule rule, String target, String... pathsAndTexts) {
    return findings(rule, target, pathsAndTexts).stream()
        .map(finding -> finding.file() + ":" + finding.span())
        .toList();
  }

  static List<Finding> findings(Rule rule, String target, String... pathsAndTexts) {
    return Check.of(target(target)).only(rule).check(folder(pathsAndTexts));
  }

  /** The text of web.conf after all fixes of one rule. */
  static String fixed(Rule rule, String target, boolean unsafe, String text) {
    return Check.of(target(target))
        .only(rule)
        .fix(folder("web.conf", text), unsafe)
        .folder()
        .conf("web")
        .orElseThrow()
        .toString();
  }
}
