package org.upstart4j.analysis.internal.rule;

import java.util.Optional;
import org.upstart4j.analysis.finding.Fix;
import org.upstart4j.analysis.internal.model.CheckedFile;
import org.upstart4j.analysis.internal.model.Folder;
import org.upstart4j.analysis.internal.model.Placed;
import org.upstart4j.analysis.platform.Target;
import org.upstart4j.jobfile.Problem;
import org.upstart4j.jobfile.Word;
import org.upstart4j.jobfile.stanza.EventsStanza;
import org.upstart4j.jobfile.version.Feature;

/** A stanza, argument or override file that the target does not know. */
final class TooNewRule implements RuleCheck {

  @Override
  public void check(Folder folder, Report report) {
    boolean notEqual = folder.target().version().has(Feature.NOT_EQUAL);
    for (CheckedFile file : folder.files()) {
      if (folder.reads(file)) {
        file.problems().forEach(problem -> check(file, problem, report));
        if (!notEqual) {
          file.stanzas().forEach(placed -> checkNotEqual(placed, folder.target(), report));
        }
      }
    }
  }

  private static void check(CheckedFile file, Problem problem, Report report) {
    problem
        .missing()
        .ifPresent(
            feature -> {
              Optional<Fix> fix =
                  file.stanzaAt(problem.span().start())
                      .flatMap(placed -> OlderStanza.fix(placed, feature));
              // the problem itself says since when, and what to write
              report.add(file.path(), problem, Rejections.reason(file, problem), fix);
            });
  }

  /** Older versions read the test, but take the exclamation mark for a part of the name. */
  private static void checkNotEqual(Placed placed, Target target, Report report) {
    if (placed.typed() instanceof EventsStanza) {
      for (Word word : placed.words()) {
        if (!word.operator() && isNotEqual(word.text())) {
          report.add(
              placed.file(),
              word.span(),
              "The test \"%s\" never holds".formatted(word.text()),
              reason(target));
        }
      }
    }
  }

  private static boolean isNotEqual(String word) {
    int equals = word.indexOf('=');
    return equals > 1 && word.charAt(equals - 1) == '!';
  }

  private static String reason(Target target) {
    Feature feature = Feature.NOT_EQUAL;
    return "Upstart reads it, but no event matches it: \"%s\" came with Upstart %s, and the target is %s. Instead: %s."
        .formatted(
            feature, feature.since().orElseThrow(), named(target), feature.instead().orElseThrow());
  }

  private static String named(Target target) {
    return target
        .platform()
        .map(platform -> "%s with %s".formatted(platform.name(), target.version()))
        .orElseGet(target::name);
  }
}
