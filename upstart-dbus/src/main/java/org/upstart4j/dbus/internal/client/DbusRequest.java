package org.upstart4j.dbus.internal.client;

import java.io.FileDescriptor;
import java.util.List;
import java.util.function.Function;
import org.upstart4j.UpstartError;
import org.upstart4j.UpstartException;
import org.upstart4j.dbus.internal.wire.ObjectInterface;

/**
 * A method call for an Upstart.
 *
 * @param object what to call
 * @param member the method
 * @param signature the arguments' types
 * @param arguments the arguments
 * @param files the open files that go with it
 * @param errors what the errors of the answer become
 */
public record DbusRequest(
    ObjectInterface object,
    String member,
    String signature,
    List<Object> arguments,
    List<FileDescriptor> files,
    Function<UpstartError, UpstartException> errors) {

  /** Returns a copy that carries an open file. */
  public DbusRequest with(FileDescriptor file) {
    return new DbusRequest(object, member, signature, arguments, List.of(file), errors);
  }

  /** What a caller waits for, in errors. Without the arguments, which may be secret. */
  @Override
  public String toString() {
    return member + " on " + object.path();
  }
}
