package org.upstart4j.analysis.internal.ignore;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.upstart4j.analysis.finding.Finding;
import org.upstart4j.analysis.finding.Fix;
import org.upstart4j.analysis.finding.Rule;
import org.upstart4j.analysis.finding.Severity;
import org.upstart4j.analysis.finding.TextEdit;
import org.upstart4j.analysis.internal.model.CheckedFile;
import org.upstart4j.jobfile.SourceSpan;

/** The findings about comments for the check. */
final class IgnoreFindings {

  private final Function<Rule, Severity> severities;
  private final List<Finding> found = new ArrayList<>();

  IgnoreFindings(Function<Rule, Severity> severities) {
    this.severities = severities;
  }

  List<Finding> found() {
    return found;
  }

  /** Whether a rule is one of those that are found here. */
  boolean isAboutComments(Rule rule) {
    return rule == Rule.BAD_IGNORE
        || rule == Rule.UNUSED_IGNORE
        || severities.apply(rule) == Severity.OFF;
  }

  void bad(CheckedFile file, DirectiveReader.Complaint complaint) {
    Optional<Fix> fix =
        complaint
            .replacement()
            .map(
                name ->
                    new Fix(
                        "Write \"%s\"".formatted(name),
                        true,
                        List.of(new TextEdit(file.path(), complaint.span(), name))));
    add(Rule.BAD_IGNORE, file, complaint.span(), complaint.message(), complaint.reason(), fix);
  }

  /** Adds a finding for each rule of a comment that turns nothing off, or one for all of them. */
  void unused(Directive directive, List<Directive.Named> unused) {
    CheckedFile file = directive.remark().file();
    if (!unused.isEmpty() && unused.size() == directive.rules().size()) {
      TextEdit edit = new TextEdit(file.path(), withBlanks(file, directive.remark().whole()), "");
      String message = "This comment turns off %s, of which nothing is found here";
      addUnused(file, directive.remark().whole(), message.formatted(names(unused)), edit);
    } else {
      for (Directive.Named named : unused) {
        SourceSpan span = withComma(file, directive.rules(), directive.rules().indexOf(named));
        addUnused(
            file,
            named.span(),
            "\"%s\" is turned off here, and nothing of it is found".formatted(named.rule()),
            new TextEdit(file.path(), span, ""));
      }
    }
  }

  private static String names(List<Directive.Named> rules) {
    return String.join(", ", rules.stream().map(named -> "\"" + named.rule() + "\"").toList());
  }

  private void addUnused(CheckedFile file, SourceSpan span, String message, TextEdit edit) {
    add(
        Rule.UNUSED_IGNORE,
        file,
        span,
        message,
        "It would hide a later finding that nobody has looked at yet.",
        Optional.of(new Fix("Take it out", true, List.of(edit))));
  }

  private void add(
      Rule rule,
      CheckedFile file,
      SourceSpan span,
      String message,
      String reason,
      Optional<Fix> fix) {
    Severity severity = severities.apply(rule);
    if (severity != Severity.OFF) {
      found.add(
          new Finding(rule, severity, file.path(), span, message, reason, fix, Optional.empty()));
    }
  }

  /** A comment with its line, or with the blanks before it if more stands in the line. */
  private static SourceSpan withBlanks(CheckedFile file, SourceSpan comment) {
    byte[] bytes = file.bytes();
    int start = comment.start();
    while (start > 0 && (bytes[start - 1] == ' ' || bytes[start - 1] == '\t')) {
      start--;
    }
    int end = comment.end();
    boolean alone = start == 0 || bytes[start - 1] == '\n';
    while (alone && end < bytes.length && bytes[end - 1] != '\n') {
      end++;
    }
    return file.text().span(start, end);
  }

  private static SourceSpan withComma(CheckedFile file, List<Directive.Named> rules, int index) {
    SourceSpan span = rules.get(index).span();
    return index > 0
        ? file.text().span(rules.get(index - 1).span().end(), span.end())
        : file.text().span(span.start(), rules.get(1).span().start());
  }
}
