package org.upstart4j.state;

import java.util.ArrayList;
import java.util.List;

/**
 * What a process of a job runs.
 *
 * @param process which one, in Upstart's word: {@code main}, {@code pre-start}
 * @param script whether the text is a shell script and not a command
 * @param text the command or the script
 */
public record CommandState(String process, boolean script, String text) {

  /** Reads the processes of a job, which stand at their places; those without a command aren't. */
  static List<CommandState> readAll(Node processes) {
    List<CommandState> commands = new ArrayList<>();
    List<Node> places = processes.elements();
    for (int i = 0; i < places.size(); i++) {
      Node process = places.get(i);
      String name = ProcessPlaces.name(i);
      boolean script = process.get("script").isYes();
      process
          .get("command")
          .text()
          .ifPresent(text -> commands.add(new CommandState(name, script, text)));
    }
    return commands;
  }
}
