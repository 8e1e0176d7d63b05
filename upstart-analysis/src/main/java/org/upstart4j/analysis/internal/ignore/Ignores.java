package org.upstart4j.analysis.internal.ignore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.upstart4j.analysis.finding.Finding;
import org.upstart4j.analysis.finding.Rule;
import org.upstart4j.analysis.finding.Severity;
import org.upstart4j.analysis.internal.model.CheckedFile;
import org.upstart4j.analysis.internal.model.Folder;
import org.upstart4j.analysis.internal.rule.RuleChecks;

/** Takes the findings away that comments in the files turn off. */
public final class Ignores {

  private final Map<String, List<Directive>> directives = new HashMap<>();
  private final Set<Directive.Named> used = new HashSet<>();
  private final IgnoreFindings about;

  private Ignores(IgnoreFindings about) {
    this.about = about;
  }

  /** The findings that are left, with those about the comments themselves; a list of its own. */
  public static List<Finding> apply(
      Folder folder, List<Finding> findings, Function<Rule, Severity> severities) {
    Ignores ignores = new Ignores(new IgnoreFindings(severities));
    folder.files().forEach(ignores::read);
    List<Finding> left = new ArrayList<>(ignores.left(findings));
    ignores.complainOfUnused(rule -> RuleChecks.ran(rule, folder));
    left.addAll(ignores.left(ignores.about.found()));
    return left;
  }

  private void read(CheckedFile file) {
    List<Directive> found = new ArrayList<>();
    for (Remark remark : Remarks.of(file)) {
      List<DirectiveReader.Complaint> complaints = new ArrayList<>();
      DirectiveReader.read(remark, complaints).ifPresent(found::add);
      complaints.forEach(complaint -> about.bad(file, complaint));
    }
    if (!found.isEmpty()) {
      directives.put(file.path(), found);
    }
  }

  private List<Finding> left(List<Finding> findings) {
    return findings.stream().filter(finding -> !isIgnored(finding)).toList();
  }

  private boolean isIgnored(Finding finding) {
    boolean ignored = false;
    for (Directive directive : directives.getOrDefault(finding.file(), List.of())) {
      for (Directive.Named named : directive.rules()) {
        if (named.rule() == finding.rule() && directive.covers(finding)) {
          used.add(named);
          ignored = true;
        }
      }
    }
    return ignored;
  }

  private void complainOfUnused(Function<Rule, Boolean> ran) {
    for (List<Directive> ofFile : directives.values()) {
      for (Directive directive : ofFile) {
        List<Directive.Named> unused =
            directive.rules().stream()
                .filter(named -> !isUsed(named) && ran.apply(named.rule()))
                .toList();
        about.unused(directive, unused);
      }
    }
  }

  private boolean isUsed(Directive.Named named) {
    return used.contains(named) || about.isAboutComments(named.rule());
  }
}
