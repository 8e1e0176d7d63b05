package org.upstart4j.analysis.internal.ignore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.upstart4j.analysis.finding.Rule;
import org.upstart4j.analysis.internal.model.Near;
import org.upstart4j.jobfile.SourceSpan;

/** Reads what a comment says to the check. */
final class DirectiveReader {

  /**
   * Something in a comment that is not understood.
   *
   * @param span the part
   * @param message what is wrong
   * @param reason what to write instead
   * @param replacement what to put in place of the part, if that is certain
   */
  record Complaint(SourceSpan span, String message, String reason, Optional<String> replacement) {}

  private static final String FORM = "Write \"# upstart-check: ignore RULE[, RULE...] [reason]\".";

  /** A comment that begins with the name and goes on as prose is none of ours. */
  private static final Pattern MEANT =
      Pattern.compile(
          "\\s*upstart-check\\s*(:|=|\\s(?=\\s*(?:ignore|disable|enable|off|nolint|skip)\\b)|$)\\s*");

  private static final Pattern VERB = Pattern.compile("[^\\s,]*");
  private static final Pattern NAME = Pattern.compile("\\s*([^\\s,]+)\\s*(,?)");

  private final Remark remark;
  private final List<Complaint> complaints;

  private DirectiveReader(Remark remark, List<Complaint> complaints) {
    this.remark = remark;
    this.complaints = complaints;
  }

  /** The directive, if the comment is one; what is not understood is added to the complaints. */
  static Optional<Directive> read(Remark remark, List<Complaint> complaints) {
    return new DirectiveReader(remark, complaints).read();
  }

  private Optional<Directive> read() {
    Matcher start = MEANT.matcher(remark.text());
    if (!start.lookingAt()) {
      return Optional.empty();
    }
    if (!start.group(1).equals(":")) {
      complain(remark.whole(), "A comment for the check has a colon after its first word", FORM);
      return Optional.empty();
    }
    Matcher verb = VERB.matcher(remark.text()).region(start.end(), remark.text().length());
    verb.lookingAt();
    boolean wholeFile = verb.group().equals("ignore-file");
    if (!wholeFile && !verb.group().equals("ignore")) {
      String message = "\"%s\" is nothing that a comment can say to the check";
      complain(remark.span(verb.start(), verb.end()), message.formatted(verb.group()), FORM);
      return Optional.empty();
    }
    if (wholeFile && remark.inScript()) {
      complain(
          remark.span(verb.start(), verb.end()),
          "\"ignore-file\" stands in a script",
          "It is for the whole file, and belongs outside scripts, best at the top.");
      return Optional.empty();
    }
    return Optional.of(new Directive(remark, wholeFile, rules(verb.end())));
  }

  private List<Directive.Named> rules(int from) {
    List<Directive.Named> rules = new ArrayList<>();
    Matcher name = NAME.matcher(remark.text()).region(from, remark.text().length());
    boolean more = name.lookingAt();
    if (!more) {
      complain(remark.whole(), "No rule is named", FORM);
    }
    while (more) {
      rule(name.group(1), remark.span(name.start(1), name.end(1))).ifPresent(rules::add);
      more = !name.group(2).isEmpty();
      name.region(name.end(), remark.text().length());
      more = more && name.lookingAt();
    }
    return List.copyOf(rules);
  }

  private Optional<Directive.Named> rule(String text, SourceSpan span) {
    Optional<Rule> rule = Rule.find(text);
    if (rule.isEmpty()) {
      complainOfName(text, span);
    } else if (rule.get() == Rule.SYNTAX) {
      complain(
          span,
          "\"syntax\" cannot be ignored",
          "Upstart rejects the file all the same, whatever its comments say.");
      return Optional.empty();
    }
    return rule.map(known -> new Directive.Named(known, span));
  }

  private void complainOfName(String text, SourceSpan span) {
    if (text.equals("all") || text.equals("*")) {
      complain(span, "\"%s\" is no rule".formatted(text), "Name the rules that are meant. " + FORM);
      return;
    }
    List<String> near = Near.names(text, Arrays.stream(Rule.values()).map(Rule::id).toList());
    String meant = near.isEmpty() ? FORM : "Is \"%s\" meant?".formatted(near.get(0));
    Optional<String> certain = near.size() == 1 ? Optional.of(near.get(0)) : Optional.empty();
    complaints.add(new Complaint(span, "There is no rule \"%s\"".formatted(text), meant, certain));
  }

  private void complain(SourceSpan span, String message, String reason) {
    complaints.add(new Complaint(span, message, reason, Optional.empty()));
  }
}
