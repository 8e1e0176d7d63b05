package org.upstart4j.analysis.internal.rule;

import java.util.List;
import java.util.Optional;
import org.upstart4j.analysis.finding.Fix;
import org.upstart4j.analysis.finding.TextEdit;
import org.upstart4j.analysis.internal.model.Placed;
import org.upstart4j.jobfile.SourceSpan;
import org.upstart4j.jobfile.Word;
import org.upstart4j.jobfile.stanza.OomStanza;
import org.upstart4j.jobfile.version.Feature;

/** Writes a stanza as older versions know it, where that is certain to mean the same. */
final class OlderStanza {

  private OlderStanza() {}

  static Optional<Fix> fix(Placed placed, Feature missing) {
    return switch (missing) {
      case MANUAL -> manual(placed);
      case USAGE -> comment(placed);
      case OOM_SCORE -> oom(placed);
      default -> Optional.empty();
    };
  }

  private static Optional<Fix> manual(Placed placed) {
    return Edits.isAlone(placed)
        ? replaced(placed, placed.words().get(0).span(), "start on manual")
        : Optional.empty();
  }

  private static Optional<Fix> comment(Placed placed) {
    SourceSpan span = placed.allWords();
    TextEdit edit =
        Edits.replace(placed.file(), placed.file().text().span(span.start(), span.start()), "# ");
    boolean oneLine = !placed.stanza().text().strip().contains("\n") && Edits.isAlone(placed);
    return oneLine ? Edits.fix("Make the stanza a comment", true, edit) : Optional.empty();
  }

  /** The score as Upstart itself computes it from the older stanza, the other way round. */
  private static Optional<Fix> oom(Placed placed) {
    List<Word> words = placed.words();
    if (!(placed.typed() instanceof OomStanza oom) || words.size() != 3) {
      return Optional.empty();
    }
    SourceSpan first = words.get(1).span();
    SourceSpan both =
        new SourceSpan(first.start(), words.get(2).span().end(), first.line(), first.column());
    String value = oom.equals(OomStanza.NEVER) ? "never" : String.valueOf(adjustment(oom.score()));
    return replaced(placed, both, value, "oom " + value);
  }

  private static long adjustment(int score) {
    return Math.max(-16, Math.min(15, Math.round(score * (score < 0 ? 17 : 15) / 1000.0)));
  }

  private static Optional<Fix> replaced(Placed placed, SourceSpan span, String text) {
    return replaced(placed, span, text, text);
  }

  private static Optional<Fix> replaced(Placed placed, SourceSpan span, String text, String shown) {
    return Edits.fix(
        "Write \"%s\"".formatted(shown), true, Edits.replace(placed.file(), span, text));
  }
}
