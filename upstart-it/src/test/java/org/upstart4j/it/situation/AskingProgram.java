package org.upstart4j.it.situation;

import java.nio.file.Path;
import java.util.List;
import org.upstart4j.Upstart;
import org.upstart4j.analysis.Why;
import org.upstart4j.analysis.host.HostKnowledge;
import org.upstart4j.dbus.DbusUpstart;

/** Asks the Upstart of this machine at its private socket, and prints the answer. */
final class AskingProgram {

  private AskingProgram() {}

  /** Takes the folder of the situation, whether it is asked about an event, and the words. */
  public static void main(String[] arguments) {
    List<String> words = List.of(arguments);
    Path work = Path.of(words.get(0));
    Question question =
        new Question(Boolean.parseBoolean(words.get(1)), words.subList(2, words.size()));
    try (Upstart upstart = DbusUpstart.builder().privateSocket().build()) {
      Why why =
          Why.of(
              HostKnowledge.builder(upstart)
                  .confdirs(List.of(Ground.jobFiles(work)))
                  .logdir(Ground.logs(work))
                  .build());
      question.ask(why).lines().forEach(System.out::println);
    }
  }
}
