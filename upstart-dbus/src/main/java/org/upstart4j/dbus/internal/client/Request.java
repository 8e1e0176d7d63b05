package org.upstart4j.dbus.internal.client;

import java.io.FileDescriptor;
import java.util.List;
import java.util.function.Function;
import org.upstart4j.UpstartError;
import org.upstart4j.UpstartException;
import org.upstart4j.dbus.internal.wire.ObjectInterface;

/**
 * Something to ask an Upstart.
 *
 * @param object whom to ask
 * @param member the method
 * @param signature the arguments' types
 * @param arguments the arguments
 * @param files the open files that go with it
 * @param errors what the errors of the answer become
 */
public record Request(
    ObjectInterface object,
    String member,
    String signature,
    List<Object> arguments,
    List<FileDescriptor> files,
    Function<UpstartError, UpstartException> errors) {

  /** Returns a copy that carries an open file. */
  public Request with(FileDescriptor file) {
    return new Request(object, member, signature, arguments, List.of(file), errors);
  }

  /** What is waited for, a part of a sentence. Says nothing of the arguments. */
  @Override
  public String toString() {
    return member + " of " + object.path();
  }
}
