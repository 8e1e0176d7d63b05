package org.upstart4j.embedded;

import java.util.List;
import java.util.Optional;
import org.upstart4j.Environment;
import org.upstart4j.JobEnvironment;
import org.upstart4j.embedded.internal.EnvironmentCommands;

/** The variables of all jobs, or of one instance. */
record EmbeddedEnvironment(EmbeddedUpstart owner, EnvironmentCommands commands)
    implements JobEnvironment {

  @Override
  public Optional<String> get(String name) {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("A variable's name is not empty");
    }
    return owner.call(() -> commands.get(name));
  }

  @Override
  public Environment list() {
    return owner.call(commands::list);
  }

  @Override
  public void set(Environment variables, boolean replace) {
    owner.run(() -> commands.set(variables, replace));
  }

  @Override
  public void unset(List<String> names) {
    owner.run(() -> commands.unset(names));
  }

  @Override
  public void reset() {
    owner.run(commands::reset);
  }
}
