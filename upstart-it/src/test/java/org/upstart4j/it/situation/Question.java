package org.upstart4j.it.situation;

import java.util.List;
import org.upstart4j.Environment;
import org.upstart4j.Event;
import org.upstart4j.analysis.Why;

/**
 * What is asked: about a job, about an instance, about everything, or about an event.
 *
 * @param isAboutEvent whether it is about an event, and not about jobs
 * @param words the job and its instance, or the event and its variables
 */
record Question(boolean isAboutEvent, List<String> words) {

  /** Returns the answer. */
  Told ask(Why why) {
    if (isAboutEvent) {
      Environment variables = Environment.parse(words.subList(1, words.size()));
      return why.emit(new Event(words.get(0), variables)).map(Told::effects).orElse(Told.UNKNOWN);
    }
    return switch (words.size()) {
      case 0 -> Told.answers(why.trouble());
      case 1 -> Told.answers(why.job(words.get(0)));
      default -> Told.answers(List.of(why.instance(words.get(0), words.get(1))));
    };
  }
}
