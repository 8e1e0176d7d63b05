package org.upstart4j.cli.why;

import java.io.IOException;
import java.util.List;
import org.upstart4j.analysis.reason.Answer;
import org.upstart4j.analysis.reason.Effect;

/** Prints what is known, and what is not. */
sealed interface Report permits WhyText, WhyJson {

  /** Prints why jobs stand where they stand. */
  void answers(List<Answer> answers) throws IOException;

  /** Prints what an event would do. */
  void effects(String event, List<Effect> effects) throws IOException;

  /** Prints that it is not known what an event would do. */
  void unknownEffects() throws IOException;
}
