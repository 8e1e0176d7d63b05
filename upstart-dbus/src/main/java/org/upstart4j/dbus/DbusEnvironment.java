package org.upstart4j.dbus;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Capability;
import org.upstart4j.Environment;
import org.upstart4j.JobEnvironment;
import org.upstart4j.UnknownVariableException;
import org.upstart4j.UnsupportedCapabilityException;
import org.upstart4j.UpstartError;
import org.upstart4j.UpstartException;
import org.upstart4j.dbus.internal.client.DbusClient;
import org.upstart4j.dbus.internal.client.DbusRequest;
import org.upstart4j.dbus.internal.client.RemoteObject;
import org.upstart4j.dbus.internal.client.Values;
import org.upstart4j.spi.UpstartErrors;

/**
 * The job environment of an Upstart on D-Bus.
 *
 * @param whose empty for the environment of all jobs, else the names of a job and an instance
 */
record DbusEnvironment(DbusClient client, List<String> whose) implements JobEnvironment {

  private RemoteObject remote() {
    return RemoteObject.MANAGER.with(this::error);
  }

  private UpstartException error(UpstartError error) {
    return whose.isEmpty() || UpstartErrors.saysUnknown(error)
        ? RemoteObject.lacking(Capability.JOB_ENVIRONMENT, error)
        : UpstartErrors.ofInstance(error, whose.get(0), whose.get(1));
  }

  private void tell(DbusRequest request) {
    client.<@Nullable Void>ask(request, Values::none);
  }

  @Override
  public Optional<String> get(String name) {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("A variable's name must not be empty");
    }
    try {
      return Optional.of(client.ask(remote().call("GetEnv", "ass", whose, name), Values::text));
    } catch (UnknownVariableException none) {
      return Optional.empty();
    }
  }

  @Override
  public Environment list() {
    return client.ask(
        remote().call("ListEnv", "as", whose), values -> Environment.parse(Values.texts(values)));
  }

  @Override
  public void set(Environment variables, boolean replace) {
    try {
      tell(remote().call("SetEnvList", "asasb", whose, variables.entries(), replace));
    } catch (UnsupportedCapabilityException old) {
      // before 1.13 there was only the method for one variable
      for (String variable : variables.entries()) {
        tell(remote().call("SetEnv", "assb", whose, variable, replace));
      }
    }
  }

  @Override
  public void unset(List<String> names) {
    try {
      tell(remote().call("UnsetEnvList", "asas", whose, names));
    } catch (UnsupportedCapabilityException old) {
      for (String name : names) {
        tell(remote().call("UnsetEnv", "ass", whose, name));
      }
    }
  }

  @Override
  public void reset() {
    tell(remote().call("ResetEnv", "as", whose));
  }
}
