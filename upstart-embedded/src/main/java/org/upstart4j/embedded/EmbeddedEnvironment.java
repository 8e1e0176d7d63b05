package org.upstart4j.embedded;

import java.util.List;
import java.util.Optional;
import org.upstart4j.Environment;
import org.upstart4j.JobEnvironment;
import org.upstart4j.embedded.internal.command.EnvironmentCommands;

/** The variables of all jobs, or of one instance. */
record EmbeddedEnvironment(EngineCalls calls, EnvironmentCommands commands)
    implements JobEnvironment {

  @Override
  public Optional<String> get(String name) {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("A variable's name is not empty");
    }
    return calls.call(() -> commands.get(name));
  }

  @Override
  public Environment list() {
    return calls.call(commands::list);
  }

  @Override
  public void set(Environment variables, boolean replace) {
    calls.run(() -> commands.set(variables, replace));
  }

  @Override
  public void unset(List<String> names) {
    calls.run(() -> commands.unset(names));
  }

  @Override
  public void reset() {
    calls.run(commands::reset);
  }
}
