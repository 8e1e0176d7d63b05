package org.upstart4j.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.upstart4j.analysis.finding.Explanation;
import org.upstart4j.analysis.finding.Finding;
import org.upstart4j.analysis.finding.Rule;
import org.upstart4j.analysis.finding.Severity;
import org.upstart4j.analysis.host.HostShells;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.JobFolder;
import org.upstart4j.jobfile.JobFolder.Unread;

class ExplanationTest {

  private static final String SCRIPTS = "init.d/";
  private static final HostShells SHELLS = HostShells.find();

  @ParameterizedTest
  @EnumSource
  void theWrongExampleHasAFindingOfTheRuleAndTheRightOneIsClean(Rule rule) {
    Explanation page = rule.explanation();
    Check check = Check.of(Samples.target(page.target())).withShells(SHELLS);
    assumeTrue(
        rule != Rule.SHELL_SYNTAX || SHELLS.program(check.target().shell()).isPresent(),
        "there is no shell of that kind");
    Severity severity = rule.severity() == Severity.OFF ? Severity.WARNING : rule.severity();

    assertThat(findings(check.with(rule, severity), page.wrong()))
        .extracting(Finding::rule)
        .contains(rule);
    assertThat(bad(findings(check.with(rule, severity), page.right()))).isEmpty();
    assertThat(page.text()).isNotBlank();
  }

  private static List<Finding> bad(List<Finding> findings) {
    return findings.stream()
        .filter(finding -> finding.severity().isAtLeast(Severity.WARNING))
        .toList();
  }

  /** Scripts of SysV init stand in a folder of their own beside the job files. */
  private static List<Finding> findings(Check check, Map<String, String> texts) {
    Map<String, JobFile> files = new TreeMap<>();
    Map<String, JobFile> others = new TreeMap<>();
    Set<String> scripts = new TreeSet<>();
    texts.forEach(
        (path, text) -> {
          if (path.startsWith(SCRIPTS)) {
            scripts.add(path.substring(SCRIPTS.length()));
          } else if (path.endsWith(".conf") || path.endsWith(".override")) {
            files.put(path, JobFile.parse(text));
          } else {
            others.put(path, JobFile.parse(text));
          }
        });
    return check.withSysvScripts(scripts).check(folder(files, others));
  }

  private static JobFolder folder(Map<String, JobFile> files, Map<String, JobFile> others) {
    Map<String, Unread> unread = new TreeMap<>();
    others.keySet().forEach(path -> unread.put(path, Unread.NAME));
    return JobFolder.of(files).withUnread(unread).withUnreadTexts(others);
  }
}
