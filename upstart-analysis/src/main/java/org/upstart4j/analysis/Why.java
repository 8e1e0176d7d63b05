package org.upstart4j.analysis;

import java.util.List;
import java.util.Optional;
import org.upstart4j.Event;
import org.upstart4j.analysis.internal.reason.Answers;
import org.upstart4j.analysis.internal.reason.Effects;
import org.upstart4j.analysis.reason.Answer;
import org.upstart4j.analysis.reason.Effect;
import org.upstart4j.analysis.reason.Knowledge;
import org.upstart4j.analysis.reason.Reason;

/**
 * Says why jobs stand where they stand, and what an event would do.
 *
 * <pre>{@code
 * Why why = Why.of(HostKnowledge.of(upstart));
 * for (Answer answer : why.job("web")) {
 *   answer.reasons().forEach(reason -> System.out.println(reason.text()));
 * }
 * }</pre>
 */
public final class Why {

  private final Knowledge knowledge;
  private final Answers answers;

  private Why(Knowledge knowledge) {
    this.knowledge = knowledge;
    this.answers = new Answers(knowledge);
  }

  /**
   * Answers from what is known.
   *
   * @param knowledge what is known
   * @return what answers
   */
  public static Why of(Knowledge knowledge) {
    return new Why(knowledge);
  }

  /**
   * Says why a job stands where it stands.
   *
   * @param job the job's name
   * @return an answer for each instance, by name; one if it has none, or if there is no such job
   */
  public List<Answer> job(String job) {
    return answers.job(job);
  }

  /**
   * Says why an instance stands where it stands.
   *
   * @param job the job's name
   * @param instance the instance's name; empty if the job has only one
   * @return the answer
   */
  public Answer instance(String job, String instance) {
    return answers.instance(job, instance);
  }

  /**
   * {@return an answer for each job that is stuck, has failed, or waits at this moment, by name}
   */
  public List<Answer> trouble() {
    return answers.trouble();
  }

  /**
   * Says what an event would do, if Upstart handled it now.
   *
   * @param event the event
   * @return what becomes of each job whose conditions name it, in the order in which Upstart goes
   *     through them: of each job what stops, then what starts. If Upstart does not tell its state,
   *     as if nothing of their conditions had come, by name. Nothing if files are not known, either
   */
  public Optional<List<Effect>> emit(Event event) {
    return Effects.of(knowledge, event);
  }

  /**
   * Says who keeps an event from being done, so that whoever emitted it and waits, waits on.
   *
   * @param event the event's name
   * @return who holds the events of that name that are not done, and what each waits for; empty if
   *     there is none, or Upstart does not tell its state
   */
  public List<Reason> holders(String event) {
    return answers.holders(event);
  }
}
