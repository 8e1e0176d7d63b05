package org.upstart4j.dbus.internal.server;

import java.util.Optional;
import java.util.function.Consumer;
import org.upstart4j.Upstart;
import org.upstart4j.dbus.internal.Interfaces;
import org.upstart4j.dbus.internal.wire.Incoming;
import org.upstart4j.dbus.internal.wire.OpenFiles;
import org.upstart4j.dbus.internal.wire.Outgoing;

/** Answers calls as Upstart and its D-Bus libraries do. Thread-safe. */
final class Dispatcher {

  private final Upstart upstart;
  private final ExportedObjects objects;

  Dispatcher(Upstart upstart, Buses buses) {
    this.upstart = upstart;
    this.objects = new ExportedObjects(upstart, buses);
  }

  /**
   * Answers a call, at once or when it is done.
   *
   * @param message the call
   * @param isOwner whether the caller may do what concerns more than a job: emit events, reload and
   *     so on
   * @param back takes the answer, on any thread
   */
  void dispatch(Incoming message, boolean isOwner, Consumer<Outgoing> back) {
    MethodCall call = new MethodCall(message, isOwner, back, failure -> false);
    try {
      if (Interfaces.PEER.equals(message.interfaceName())) {
        PeerInterface.handle(call);
        return;
      } else if (Interfaces.EXPLAINING.equals(message.interfaceName())) {
        ExplainingInterface.handle(upstart, call);
        return;
      }
      Optional<ExportedObject<?>> exported = objects.find(message.path());
      if (exported.isPresent()) {
        dispatch(exported.get(), new MethodCall(message, isOwner, back, exported.get().gone()));
      } else if (is(message, Interfaces.INTROSPECTABLE, "Introspect")) {
        call.reply("s", Introspection.ofNone(objects.children(message.path())));
      } else {
        call.unknown();
      }
    } catch (RuntimeException | Error failure) {
      call.fail(failure);
    } finally {
      OpenFiles.close(message.files());
    }
  }

  private static <T> void dispatch(ExportedObject<T> exported, MethodCall call) {
    Incoming message = call.message();
    try {
      if (is(message, Interfaces.INTROSPECTABLE, "Introspect")) {
        introspect(exported, call);
      } else if (is(message, Interfaces.PROPERTIES, "Get")) {
        new Properties<>(exported, call).get();
      } else if (is(message, Interfaces.PROPERTIES, "Set")) {
        new Properties<>(exported, call).set();
      } else if (is(message, Interfaces.PROPERTIES, "GetAll")) {
        new Properties<>(exported, call).getAll();
      } else {
        invoke(exported, call);
      }
    } catch (RuntimeException | Error failure) {
      call.fail(failure);
    }
  }

  /** Says whether a call is of that method; it may leave the interface open. */
  private static boolean is(Incoming message, String interfaceName, String member) {
    return message.member().equals(member)
        && (message.interfaceName() == null || message.interfaceName().equals(interfaceName));
  }

  private static void introspect(ExportedObject<?> exported, MethodCall call) {
    if (!call.message().hasSignature("")) {
      throw call.invalidArguments();
    }
    call.reply("s", Introspection.of(exported.path(), exported.type(), exported.children().get()));
  }

  private static <T> void invoke(ExportedObject<T> exported, MethodCall call) {
    Incoming message = call.message();
    Interface.Method<T> method = exported.type().methods().get(message.member());
    if (method == null || !is(message, exported.type().name(), message.member())) {
      call.unknown();
    } else if (!message.hasSignature(method.signature())) {
      throw call.invalidArguments();
    } else {
      method.handler().handle(exported.object(), call);
    }
  }
}
