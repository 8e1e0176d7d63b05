package org.upstart4j.cli.why;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
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
import org.upstart4j.cli.command.Misuse;
import org.upstart4j.cli.command.Option;
import org.upstart4j.cli.command.Parameter;

/** {@code upstart why}: why a job stands where it stands, and what an event would do. */
public final class WhyCommand {

  private static final Option EMIT =
      Option.text("emit", "EVENT", "tell what that event would do, without emitting it");

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
        .with(EMIT, Sight.LOGDIR)
        .with(Option.JSON)
        .with(Sight.reach())
        .noting(
            "Exit status: 0 answered, 1 no such job or no Upstart, 2 wrong arguments, 124 timed out.",
            "  upstart why web",
            "  upstart why --emit runlevel RUNLEVEL=2");
  }

  private static int run(Invocation call) throws IOException {
    Optional<String> event = call.value(EMIT);
    if (event.isPresent()) {
      return emit(call, event.get(), variables(call, 0));
    }
    List<String> words = call.arguments().words();
    Optional<String> job = call.arguments().word(0);
    if (words.size() > 2 && words.get(1).indexOf('=') < 0) {
      throw new Misuse("one argument too many: " + words.get(2));
    }
    HostKnowledge knowledge = Sight.of(call);
    Why why = Why.of(knowledge);
    List<Answer> answers = job.isEmpty() ? why.trouble() : about(call, why, job.get());
    print(call, knowledge).answers(answers);
    return answers.stream().anyMatch(WhyCommand::isMissing) && job.isPresent() ? 1 : 0;
  }

  private static boolean isMissing(Answer answer) {
    return answer.reasons().stream().anyMatch(Absent.NoSuchInstance.class::isInstance)
        || (answer.status().isEmpty()
            && answer.reasons().stream().anyMatch(Absent.class::isInstance));
  }

  private static List<Answer> about(Invocation call, Why why, String job) {
    if (job.isEmpty()) {
      throw new Misuse("a job's name is not empty");
    }
    Optional<String> instance = call.arguments().word(1);
    if (instance.isEmpty()) {
      return why.job(job);
    } else if (instance.get().indexOf('=') < 0) {
      return List.of(why.instance(job, instance.get()));
    }
    return List.of(why.instance(job, named(call.upstart(), job, variables(call, 1))));
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

  private static Environment variables(Invocation call, int place) {
    List<String> entries = call.arguments().wordsFrom(place);
    for (String entry : entries) {
      if (entry.indexOf('=') < 0) {
        throw new Misuse("a variable is KEY=VALUE, not " + entry);
      }
    }
    return Environment.parse(entries);
  }

  private static int emit(Invocation call, String name, Environment variables) throws IOException {
    if (name.isEmpty()) {
      throw new Misuse("an event's name is not empty");
    }
    HostKnowledge knowledge = Sight.of(call);
    Optional<List<Effect>> effects = Why.of(knowledge).emit(new Event(name, variables));
    Report report = print(call, knowledge);
    if (effects.isEmpty()) {
      report.unknownEffects();
      return 1;
    }
    report.effects(name, effects.get());
    return 0;
  }

  private static Report print(Invocation call, HostKnowledge knowledge) {
    return call.has(Option.JSON)
        ? new WhyJson(call.out(), knowledge::gaps)
        : new WhyText(call.console(), knowledge::gaps);
  }
}
