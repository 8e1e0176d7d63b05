package org.upstart4j.cli.why;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.upstart4j.analysis.reason.Answer;
import org.upstart4j.analysis.reason.Effect;
import org.upstart4j.analysis.reason.NotKnown;
import org.upstart4j.analysis.reason.Reason;
import org.upstart4j.cli.terminal.JsonLine;
import org.upstart4j.cli.terminal.StatusJson;

/** Prints reasons for programs, an object on each line. */
final class WhyJson implements Report {

  private final PrintWriter out;
  private final Supplier<List<NotKnown>> gaps;

  WhyJson(PrintWriter out, Supplier<List<NotKnown>> gaps) {
    this.out = out;
    this.gaps = gaps;
  }

  @Override
  public void answers(List<Answer> answers) throws IOException {
    List<NotKnown> unseen = gaps.get();
    for (Answer answer : answers) {
      JsonLine.write(out, json -> answer(json, answer, unseen));
    }
    if (answers.isEmpty()) {
      gapsAlone();
    }
  }

  private static void answer(JsonLine json, Answer answer, List<NotKnown> unseen) {
    Set<Reason> told = new HashSet<>();
    answer
        .status()
        .ifPresentOrElse(
            status -> StatusJson.members(json, status), () -> json.member("job", answer.job()));
    json.objects("reasons", answer.reasons(), (member, reason) -> reason(member, reason, told));
    gaps(json, unseen);
  }

  /** A reason that stands further up in the same line need not say again why it is so. */
  private static void reason(JsonLine json, Reason reason, Set<Reason> told) {
    boolean isKnown = !told.add(reason) && !reason.because().isEmpty();
    json.member("reason", reason.word()).member("text", reason.text());
    RecordJson.members(json, reason);
    RecordJson.evidence(json, reason.evidence());
    json.objects(
        "because",
        isKnown ? List.<Reason>of() : reason.because(),
        (member, cause) -> reason(member, cause, told));
    if (isKnown) {
      json.member("see_above", true);
    }
  }

  @Override
  public void effects(String event, List<Effect> effects) throws IOException {
    for (Effect effect : effects) {
      JsonLine.write(out, json -> effect(json, effect));
    }
    gapsAlone();
  }

  private static void effect(JsonLine json, Effect effect) {
    json.member("effect", effect.word()).member("text", effect.text());
    RecordJson.members(json, effect);
    RecordJson.evidence(json, effect.evidence());
  }

  @Override
  public void unknownEffects() throws IOException {
    gapsAlone();
  }

  /** Where no answer can hold them. */
  private void gapsAlone() throws IOException {
    List<NotKnown> unseen = gaps.get();
    if (!unseen.isEmpty()) {
      JsonLine.write(out, json -> gaps(json, unseen));
    }
  }

  private static void gaps(JsonLine json, List<NotKnown> unseen) {
    json.objects("gaps", unseen, RecordJson::members);
  }
}
