package org.upstart4j.jobfile.internal.rule;

import org.jspecify.annotations.Nullable;
import org.upstart4j.ProcessType;
import org.upstart4j.jobfile.internal.Kind;
import org.upstart4j.jobfile.internal.Piece;
import org.upstart4j.jobfile.stanza.Fault;
import org.upstart4j.jobfile.stanza.ScriptStanza;

/** {@code script}, {@code pre-start script}; from the lines on. */
final class ScriptRule extends ValueRule<ScriptStanza> {

  private final ProcessType process;

  ScriptRule(ProcessType process) {
    super(ScriptStanza.class);
    this.process = process;
  }

  @Override
  public Reading read(Words words) {
    if (words.hasWord()) {
      Failure tooMany =
          Failure.at(
              Fault.UNEXPECTED_TOKEN,
              words.offset(),
              words.tokenEnd(),
              "\""
                  + words.shown()
                  + "\" stands behind \"script\"; the script starts on the next line");
      return Reading.failed(tooMany, ProcessText.atLeast(process));
    }
    Piece piece = words.piece();
    int last = piece.size() - 1;
    if (piece.kind(last) != Kind.END_SCRIPT) {
      return Reading.failed(neverClosed(piece), new ProcessText(true, null).forProcess(process));
    }
    int first = piece.find(Kind.BODY) + 1;
    return done(new ScriptStanza(process, ScriptBody.read(piece, first, last)), words);
  }

  private static Failure neverClosed(Piece piece) {
    int from = piece.offset(piece.first());
    return new Failure(
        Fault.UNTERMINATED_BLOCK,
        piece.end(),
        piece.end(),
        from,
        from + piece.length(piece.first()),
        "The script is never closed; expected a line \"end script\" before the end of the file");
  }

  @Override
  String text(String head, ScriptStanza stanza) {
    return head + "\n" + stanza.script() + "end script";
  }

  @Override
  void apply(ScriptStanza stanza, SettingsDraft job) {
    new ProcessText(true, stanza.script()).forProcess(process).apply(job);
  }

  @Override
  String objection(@Nullable Failure failure) {
    return "a script must end with a line break, and may not hold a NUL, a line \"end script\","
        + " or blanks that all its lines begin with";
  }

  @Override
  public String slot(String name, String secondWord) {
    return process + " process";
  }
}
