package org.upstart4j.initctl;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.upstart4j.Deadline;

/** Runs nothing: keeps what it was asked to run, and answers with what it was given. */
final class FakeRunner implements CommandRunner {

  final List<Command> commands = new ArrayList<>();
  final Deque<CommandResult> answers = new ArrayDeque<>();
  boolean closed;

  FakeRunner prints(String output) {
    answers.add(new CommandResult(0, output, ""));
    return this;
  }

  FakeRunner fails(String errors) {
    answers.add(new CommandResult(1, "", errors));
    return this;
  }

  @Override
  public CommandResult run(Command command, Deadline deadline) {
    commands.add(command);
    CommandResult next = answers.poll();
    return next == null ? new CommandResult(0, "", "") : next;
  }

  /** The words of the last command. */
  List<String> words() {
    return last().words();
  }

  Command last() {
    return commands.get(commands.size() - 1);
  }

  @Override
  public void close() {
    closed = true;
  }

  @Override
  public String toString() {
    return "nowhere";
  }
}
