package org.upstart4j.jobfile.internal.rule;

import org.jspecify.annotations.Nullable;
import org.upstart4j.ProcessType;
import org.upstart4j.jobfile.internal.Kind;
import org.upstart4j.jobfile.stanza.ExecStanza;

/** {@code exec COMMAND}, {@code pre-start exec COMMAND}; from the command on. */
final class ExecRule extends ValueRule<ExecStanza> {

  private final ProcessType process;

  ExecRule(ProcessType process) {
    super(ExecStanza.class);
    this.process = process;
  }

  @Override
  public Reading read(Words words) {
    if (words.kind() == Kind.BROKEN) {
      return Reading.failed(words.broken(), new ProcessText(false, null).forProcess(process));
    }
    if (words.kind() != Kind.COMMAND) {
      Failure missing = words.missing(words.offset(), "a command");
      return Reading.failed(missing, ProcessText.atLeast(process));
    }
    ExecStanza exec = new ExecStanza(process, words.raw());
    words.advance();
    return done(exec, words);
  }

  @Override
  String text(String head, ExecStanza stanza) {
    return head + " " + stanza.command();
  }

  @Override
  void apply(ExecStanza stanza, SettingsDraft job) {
    new ProcessText(false, stanza.command()).forProcess(process).apply(job);
  }

  @Override
  String objection(@Nullable Failure failure) {
    return failure != null
        ? failure.message()
        : "a command is one line without blanks at its ends, a number sign outside quotes begins a"
            + " comment, and a backslash after a blank is misread. Quote it differently, or use a"
            + " script";
  }

  @Override
  public String slot(String name, String secondWord) {
    return process + " process";
  }
}
