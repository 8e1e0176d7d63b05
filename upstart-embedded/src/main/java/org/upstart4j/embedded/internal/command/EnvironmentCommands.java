package org.upstart4j.embedded.internal.command;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Environment;
import org.upstart4j.PermissionDeniedException;
import org.upstart4j.UnknownInstanceException;
import org.upstart4j.UnknownJobException;
import org.upstart4j.UpstartError;
import org.upstart4j.embedded.internal.engine.Engine;
import org.upstart4j.embedded.internal.job.LiveInstance;
import org.upstart4j.embedded.internal.job.LiveJob;
import org.upstart4j.embedded.internal.variable.Variables;

/**
 * What can be asked of the variables of all jobs, or of one instance. The methods are called on the
 * engine's thread.
 */
public final class EnvironmentCommands {

  private final Engine engine;
  private final @Nullable String job;
  private final String instance;

  /** Makes the commands for an instance, or for all jobs if there is no job's name. */
  public EnvironmentCommands(Engine engine, @Nullable String job, String instance) {
    this.engine = engine;
    this.job = job;
    this.instance = instance;
  }

  /** Returns the value of a variable. */
  public Optional<String> get(String name) {
    return Optional.ofNullable(table().get(name));
  }

  /** Returns all variables. */
  public Environment list() {
    return table().toEnvironment();
  }

  private Variables table() {
    LiveInstance found = instance();
    return found == null ? engine.variables().current() : found.variables();
  }

  /** Sets variables; those of all jobs reach the instances that run too. */
  public void set(Environment variables, boolean replace) {
    requirePermission();
    LiveInstance found = instance();
    for (String entry : variables.entries()) {
      if (found != null) {
        found.variables().add(entry, replace);
      } else {
        engine.variables().current().add(entry, replace);
        forEachInstance(running -> running.variables().add(entry, replace));
      }
    }
  }

  /** Removes variables. */
  public void unset(List<String> names) {
    requirePermission();
    LiveInstance found = instance();
    for (String name : names) {
      if (found != null) {
        found.variables().remove(name);
      } else {
        engine.variables().current().remove(name);
        forEachInstance(running -> running.variables().remove(name));
      }
    }
  }

  /** Makes the variables what they are by default. */
  public void reset() {
    requirePermission();
    LiveInstance found = instance();
    if (found == null) {
      engine.variables().reset();
    } else {
      found.setVariables(engine.variables().of(found.job().definition()));
    }
  }

  private void forEachInstance(Consumer<LiveInstance> change) {
    engine.jobs().all().forEach(each -> each.instances().all().forEach(change));
  }

  private void requirePermission() {
    if (!engine.options().userSession()) {
      throw new PermissionDeniedException("Not permissible to modify PID 1 job environment");
    }
  }

  private @Nullable LiveInstance instance() {
    if (job == null) {
      return null;
    }
    LiveJob owner = engine.jobs().get(job);
    if (owner == null) {
      throw new UnknownJobException(job);
    }
    LiveInstance found = owner.instances().get(instance);
    if (found == null) {
      throw new UnknownInstanceException(
          new UpstartError(
              UpstartError.UPSTART + "UnknownJobInstance",
              "Unknown instance: " + instance + " of job " + job),
          job,
          instance);
    }
    return found;
  }
}
