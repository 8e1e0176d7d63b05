package org.upstart4j.jobfile.internal.rule;

import org.upstart4j.jobfile.stanza.Fault;
import org.upstart4j.jobfile.stanza.OomStanza;
import org.upstart4j.jobfile.version.Feature;

/** {@code oom score 500}, {@code oom never}, and the older {@code oom 10}. */
public final class OomRule extends WordRule<OomStanza> {

  /** The adjustment of the out-of-memory score. */
  public static final Setting<Integer> SCORE = Setting.of("oom", 0);

  private static final String NEVER = "never";

  OomRule() {
    super(OomStanza.class, "\"score\", \"never\", or a number from -17 to 15");
  }

  @Override
  Reading read(String word, Words words) {
    return switch (word) {
      case "score" ->
          words.has(Feature.OOM_SCORE)
              ? score(words)
              : Reading.failed(words.lacking(Fault.ILLEGAL_OOM, Feature.OOM_SCORE));
      case NEVER -> done(OomStanza.NEVER, words);
      default -> adjustment(word, words);
    };
  }

  private Reading score(Words words) {
    String expected = "a number from -1000 to 1000, or \"never\"";
    String word = words.next(expected);
    if (word == null) {
      return Reading.failed(words.failure());
    }
    if (word.equals(NEVER)) {
      return done(OomStanza.NEVER, words);
    }
    Numbers number = Numbers.signed(word);
    int score = (int) number.value();
    return number.valid() && score >= -1000 && score <= 1000
        ? done(new OomStanza(score), words)
        : Reading.failed(
            words.wrong(Fault.ILLEGAL_OOM_SCORE, "a score", expected),
            job -> job.set(SCORE, score));
  }

  /** The older stanza, of which Upstart makes a score. */
  private Reading adjustment(String word, Words words) {
    Numbers number = Numbers.signed(word);
    int adjustment = (int) number.value();
    int score = adjustment * 1000 / (adjustment < 0 ? 17 : 15);
    String expected = "a number from -17 to 15, \"never\" or \"score\"";
    return number.valid() && adjustment >= -17 && adjustment <= 15
        ? done(new OomStanza(score), words)
        : Reading.failed(
            words.wrong(Fault.ILLEGAL_OOM, "an adjustment", expected),
            job -> job.set(SCORE, score));
  }

  @Override
  String text(String head, OomStanza stanza) {
    return head + " score " + (stanza.equals(OomStanza.NEVER) ? NEVER : stanza.score());
  }

  @Override
  void apply(OomStanza stanza, SettingsDraft job) {
    job.set(SCORE, stanza.score());
  }
}
