package org.upstart4j.dbus.internal.client;

import java.util.List;
import java.util.function.Function;
import org.upstart4j.Capability;
import org.upstart4j.UnsupportedCapabilityException;
import org.upstart4j.UpstartError;
import org.upstart4j.UpstartException;
import org.upstart4j.dbus.internal.Interfaces;
import org.upstart4j.dbus.internal.wire.ObjectInterface;
import org.upstart4j.spi.ObjectPaths;
import org.upstart4j.spi.UpstartErrors;

/**
 * An object at the other end: makes requests to it.
 *
 * @param path its path
 * @param type its interface
 * @param errors what the errors that it answers with become
 */
public record RemoteObject(
    String path, String type, Function<UpstartError, UpstartException> errors) {

  /** Upstart itself. */
  public static final RemoteObject MANAGER =
      new RemoteObject(ObjectPaths.MANAGER, Interfaces.MANAGER, UpstartErrors::of);

  /** What an Upstart of this project says beyond Upstart's own errors. */
  public static final RemoteObject EXPLAINING =
      new RemoteObject(ObjectPaths.MANAGER, Interfaces.EXPLAINING, UpstartErrors::of);

  /** Returns the job at a path. */
  public static RemoteObject job(String path, String name) {
    return new RemoteObject(path, Interfaces.JOB, error -> UpstartErrors.ofJob(error, name));
  }

  /** Returns the instance at a path. */
  public static RemoteObject instance(String path, String job, String name) {
    return new RemoteObject(
        path, Interfaces.INSTANCE, error -> UpstartErrors.ofInstance(error, job, name));
  }

  /** Returns Upstart itself, whose errors may mean that it is too old for something. */
  public static RemoteObject manager(Capability capability) {
    return MANAGER.with(error -> lacking(capability, error));
  }

  /** Returns what an error becomes if it may mean that Upstart is too old for something. */
  public static UpstartException lacking(Capability capability, UpstartError error) {
    return UpstartErrors.saysUnknown(error)
        ? new UnsupportedCapabilityException(capability, "this Upstart is too old for it")
        : UpstartErrors.of(error);
  }

  /** Returns one whose errors become something else. */
  public RemoteObject with(Function<UpstartError, UpstartException> others) {
    return new RemoteObject(path, type, others);
  }

  /** Makes a request to call a method. */
  public DbusRequest call(String member, String signature, Object... arguments) {
    return request(type, member, signature, arguments);
  }

  /** Makes a request to read a property, which is answered with a variant. */
  public DbusRequest get(String property) {
    return request(Interfaces.PROPERTIES, "Get", "ss", type, property);
  }

  /** Makes a request to set a property. */
  public DbusRequest set(String property, Object variant) {
    return request(Interfaces.PROPERTIES, "Set", "ssv", type, property, variant);
  }

  /** Makes a request to read all properties. */
  public DbusRequest getAll() {
    return request(Interfaces.PROPERTIES, "GetAll", "s", type);
  }

  DbusRequest introspect() {
    return request(Interfaces.INTROSPECTABLE, "Introspect", "");
  }

  private DbusRequest request(
      String interfaceName, String member, String signature, Object... arguments) {
    return new DbusRequest(
        new ObjectInterface(path, interfaceName),
        member,
        signature,
        List.of(arguments),
        List.of(),
        errors);
  }
}
