package org.upstart4j.cli.why;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.upstart4j.JobStatus;
import org.upstart4j.analysis.reason.Answer;
import org.upstart4j.analysis.reason.Effect;
import org.upstart4j.analysis.reason.Evidence;
import org.upstart4j.analysis.reason.NotKnown;
import org.upstart4j.analysis.reason.Reason;
import org.upstart4j.cli.command.TextWrap;
import org.upstart4j.cli.terminal.CliConsole;
import org.upstart4j.cli.terminal.PaintedStatus;
import org.upstart4j.cli.terminal.Terminal;
import org.upstart4j.cli.terminal.Visible;

/** Prints reasons for people: a sentence or two, and below them what shows that they are true. */
final class WhyText implements Report {

  private static final String STEP = "    ";

  private final CliConsole console;
  private final Supplier<List<NotKnown>> gaps;
  private final int columns = Terminal.columnsForPeople();
  private final Set<Reason> told = new HashSet<>();

  WhyText(CliConsole console, Supplier<List<NotKnown>> gaps) {
    this.console = console;
    this.gaps = gaps;
  }

  @Override
  public void answers(List<Answer> answers) {
    List<NotKnown> unseen = gaps.get();
    boolean isFirst = true;
    for (Answer answer : answers) {
      if (!isFirst) {
        console.out().println();
      }
      isFirst = false;
      answer(answer, unseen);
    }
    if (answers.isEmpty()) {
      console.out().println("Nothing is stuck, has failed or waits at this moment.");
    }
    gaps(unseen);
  }

  private void answer(Answer answer, List<NotKnown> unseen) {
    answer
        .status()
        .map(WhyText::visible)
        .ifPresent(status -> console.out().println(PaintedStatus.of(status, console.paint())));
    for (Reason reason : answer.reasons()) {
      if (!(reason instanceof NotKnown gap && unseen.contains(gap))) {
        reason(reason, "");
      }
    }
  }

  private void reason(Reason reason, String indent) {
    boolean isKnown = !told.add(reason) && !reason.because().isEmpty();
    sentences(reason.text() + (isKnown ? " (see above)" : ""), indent);
    if (!isKnown) {
      evidence(reason.evidence(), indent + STEP);
      reason.because().forEach(cause -> reason(cause, indent + STEP));
    }
  }

  @Override
  public void effects(String event, List<Effect> effects) {
    for (Effect effect : effects) {
      sentences(effect.text(), "");
      evidence(effect.evidence(), STEP);
    }
    if (effects.isEmpty()) {
      sentences("No job has a condition that names the event " + event + ".", "");
    }
    gaps(gaps.get());
  }

  @Override
  public void unknownEffects() {
    sentences("What the event would do is not known.", "");
    gaps(gaps.get());
  }

  private void sentences(String text, String indent) {
    TextWrap.indented(Visible.text(text), indent, columns).forEach(console.out()::println);
  }

  private void evidence(List<Evidence> evidence, String indent) {
    for (Evidence piece : evidence) {
      console.out().println(indent + Visible.text(piece.text()));
    }
  }

  private void gaps(List<NotKnown> unseen) {
    if (!unseen.isEmpty()) {
      console.out().println();
      unseen.forEach(gap -> sentences(gap.text(), ""));
    }
  }

  /** Names come from others. */
  private static JobStatus visible(JobStatus status) {
    return new JobStatus(
        Visible.text(status.job()),
        Visible.text(status.instance()),
        status.goal(),
        status.state(),
        status.processes());
  }
}
