package org.upstart4j.cli.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.upstart4j.analysis.Fingerprint;
import org.upstart4j.analysis.finding.Finding;
import org.upstart4j.analysis.finding.Fix;
import org.upstart4j.analysis.finding.Severity;
import org.upstart4j.analysis.finding.TextEdit;
import org.upstart4j.analysis.platform.Target;
import org.upstart4j.cli.terminal.JsonLine;

/**
 * A finding as a result of SARIF.
 *
 * @param files where things are
 * @param found the finding
 * @param scope the targets of the check
 */
record SarifResult(SarifFiles files, Found found, Scope scope) {

  void write(JsonLine json) {
    Finding finding = found.finding();
    json.member("ruleId", finding.rule().id());
    json.member("ruleIndex", SarifOutput.RULES.indexOf(finding.rule()));
    json.member("level", level(finding.severity()));
    json.name("message").object(message -> message.member("text", text()));
    json.objects("locations", List.of(finding), this::location);
    json.name("partialFingerprints")
        .object(
            prints ->
                prints.member(
                    "upstartCheck/v1",
                    Fingerprint.of(finding, files.subject().contents()).digest()));
    if (finding.fix().isPresent()) {
      json.objects("fixes", List.of(finding.fix().get()), this::fix);
    }
    if (!scope.isSingle()) {
      json.name("properties").object(bag -> bag.array("for", found.targets(), Target::name));
    }
  }

  private String text() {
    Finding finding = found.finding();
    String targets = scope.text(found).map(text -> " (" + text + ")").orElse("");
    String reason = finding.reason().isEmpty() ? "" : ". " + finding.reason();
    return finding.message() + targets + reason;
  }

  private void location(JsonLine json, Finding finding) {
    json.name("physicalLocation")
        .object(
            place -> {
              files.artifact(place, finding.file());
              files.region(place, "region", finding.file(), finding.span());
            });
  }

  private void fix(JsonLine json, Fix fix) {
    String note = fix.safe() ? "" : " (unsafe: look at it first)";
    json.name("description").object(text -> text.member("text", fix.title() + note));
    Map<String, List<TextEdit>> files = new LinkedHashMap<>();
    for (TextEdit edit : fix.edits()) {
      files.computeIfAbsent(edit.file(), missing -> new ArrayList<>()).add(edit);
    }
    json.objects("artifactChanges", files.entrySet(), (change, entry) -> change(change, entry));
  }

  private void change(JsonLine json, Map.Entry<String, List<TextEdit>> edits) {
    files.artifact(json, edits.getKey());
    json.objects(
        "replacements",
        edits.getValue(),
        (replacement, edit) -> {
          files.region(replacement, "deletedRegion", edit.file(), edit.span());
          replacement
              .name("insertedContent")
              .object(content -> content.member("text", edit.replacement()));
        });
  }

  static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "note";
      case OFF -> "none";
    };
  }
}
