package org.upstart4j.cli.why;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.upstart4j.Environment;
import org.upstart4j.Event;
import org.upstart4j.UnknownInstanceException;
import org.upstart4j.UnknownJobException;
import org.upstart4j.Upstart;
import org.upstart4j.analysis.Why;
import org.upstart4j.analysis.host.HostKnowledge;
import org.upstart4j.analysis.reason.Absent;
import org.upstart4j.analysis.reason.Answer;
import org.upstart4j.analysis.reason.Effect;
import org.upstart4j.cli.command.CommandForm;
import org.upstart4j.cli.command.Invocation;
import org.upstart4j.cli.command.Option;
import org.upstart4j.cli.command.Parameter;
import org.upstart4j.cli.terminal.CliConsole;

/** {@code upstart why}: why a job stands where it stands, and what an event would do. */
public final class WhyCommand {

  private WhyCommand() {}

  /** What the command takes. */
  public static CommandForm form() {
    return CommandForm.of(WhyCommand::run)
        .detailed(
            "Says why a job runs or does not, and shows what it says.",
            "Without a job, about all that are stuck, have failed, or wait now.")
        .taking(
            Parameter.optional("JOB", "the job's name"),
            Parameter.any("INSTANCE|KEY=VALUE", "the instance, or the event's variables"))
        .with(Question.EMIT, Sight.LOGDIR)
        .with(Option.JSON)
        .with(Sight.reach())
        .noting(
            "Exit status: 0 answered, 1 no such job or no Upstart, 2 wrong arguments, 124 timed"
                + " out.",
            "  upstart why web",
            "  upstart why --emit runlevel RUNLEVEL=2");
  }

  private static int run(Invocation call) throws IOException {
    Question question = Question.of(call);
    HostKnowledge knowledge = Sight.of(call);
    return answer(question, knowledge, call::upstart, print(call, call.console(), knowledge));
  }

  /**
   * Answers for the Upstart of another host.
   *
   * @param upstart the host's Upstart
   * @param console where the answer goes
   * @return the exit status
   */
  public static int run(Invocation call, Upstart upstart, CliConsole console) throws IOException {
    HostKnowledge knowledge = Sight.of(call, upstart);
    return answer(Question.of(call), knowledge, () -> upstart, print(call, console, knowledge));
  }

  /** Refuses words that make no sense for other hosts, before any of them is asked. */
  public static void check(Invocation call) {
    Question.of(call);
    Sight.refuseFolders(call);
  }

  private static int answer(
      Question question, HostKnowledge knowledge, Supplier<Upstart> upstart, Report report)
      throws IOException {
    Why why = Why.of(knowledge);
    if (question.event().isPresent()) {
      return effects(why, question.event().get(), report);
    }
    List<Answer> answers = question.isAboutAll() ? why.trouble() : about(question, why, upstart);
    report.answers(answers);
    return answers.stream().anyMatch(WhyCommand::isMissing) && !question.isAboutAll() ? 1 : 0;
  }

  private static boolean isMissing(Answer answer) {
    return answer.reasons().stream().anyMatch(Absent.NoSuchInstance.class::isInstance)
        || (answer.status().isEmpty()
            && answer.reasons().stream().anyMatch(Absent.class::isInstance));
  }

  private static List<Answer> about(Question question, Why why, Supplier<Upstart> upstart) {
    String job = question.job();
    if (question.instance().isPresent()) {
      return List.of(why.instance(job, question.instance().get()));
    } else if (question.variables().equals(Environment.EMPTY)) {
      return why.job(job);
    }
    return List.of(why.instance(job, named(upstart.get(), job, question.variables())));
  }

  /** The name that variables make, whether or not there is such an instance. */
  private static String named(Upstart upstart, String job, Environment variables) {
    try {
      return upstart.job(job).instance(variables).status().instance();
    } catch (UnknownInstanceException none) {
      return none.instance();
    } catch (UnknownJobException none) {
      return "";
    }
  }

  private static int effects(Why why, Event event, Report report) throws IOException {
    Optional<List<Effect>> effects = why.emit(event);
    if (effects.isEmpty()) {
      report.unknownEffects();
      return 1;
    }
    report.effects(event.name(), effects.get());
    return 0;
  }

  private static Report print(Invocation call, CliConsole console, HostKnowledge knowledge) {
    return call.has(Option.JSON)
        ? new WhyJson(console.out(), knowledge::gaps)
        : new WhyText(console, knowledge::gaps);
  }
}
