package org.upstart4j.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a process of a job runs.
 *
 * @param process which one, in Upstart's word: {@code main}, {@code pre-start}
 * @param script whether the text is a shell script and not a command
 * @param text the command or the script; nothing in what is left of a job after a stanza failed
 */
public record CommandState(String process, boolean script, Optional<String> text) {

  /**
   * Makes what a process runs.
   *
   * @param process which one, in Upstart's word
   * @param script whether the text is a shell script and not a command
   * @param text the command or the script
   */
  public CommandState(String process, boolean script, String text) {
    this(process, script, Optional.of(text));
  }

  /** Reads the processes of a job, which are at their places; those that are empty are left out. */
  static List<CommandState> readAll(StateNode processes) {
    List<CommandState> commands = new ArrayList<>();
    List<StateNode> places = processes.elements();
    for (int i = 0; i < places.size(); i++) {
      StateNode process = places.get(i);
      boolean script = process.get("script").isYes();
      Optional<String> text = process.get("command").text();
      if (script || text.isPresent()) {
        commands.add(new CommandState(ProcessPlaces.name(i), script, text));
      }
    }
    return commands;
  }

  /** Writes the processes of a job at their places. */
  static List<StateObject> writeAll(List<CommandState> commands) {
    List<StateObject> places = new ArrayList<>();
    for (String process : ProcessPlaces.NAMES) {
      places.add(write(commands, process));
    }
    return places;
  }

  private static StateObject write(List<CommandState> commands, String process) {
    for (CommandState command : commands) {
      if (command.process.equals(process)) {
        return write(command.script, command.text);
      }
    }
    return write(false, Optional.empty());
  }

  private static StateObject write(boolean script, Optional<String> text) {
    return new StateObject().flag("script", script).text("command", text);
  }
}
