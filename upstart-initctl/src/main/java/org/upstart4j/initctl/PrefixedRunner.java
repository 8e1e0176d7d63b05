package org.upstart4j.initctl;

import java.util.ArrayList;
import java.util.List;
import org.upstart4j.Deadline;

/** Runs programs through another one. */
record PrefixedRunner(List<String> prefix, CommandRunner runner) implements CommandRunner {

  PrefixedRunner {
    prefix = List.copyOf(prefix);
    if (prefix.isEmpty()) {
      throw new IllegalArgumentException("No program to run others through");
    }
  }

  @Override
  public CommandResult run(Command command, Deadline deadline) {
    Command plain = command.asWords();
    List<String> words = new ArrayList<>(prefix);
    words.addAll(plain.words());
    return runner.run(plain.withWords(words), deadline);
  }

  @Override
  public void close() {
    runner.close();
  }

  @Override
  public String toString() {
    return "through " + String.join(" ", prefix);
  }
}
