package org.upstart4j.dbus.internal.server;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.upstart4j.UnexpectedErrorException;
import org.upstart4j.UnsupportedCapabilityException;
import org.upstart4j.UpstartError;
import org.upstart4j.dbus.internal.wire.Variant;

/** Answers one call that reads or sets properties of an object. */
final class Properties<T> {

  private final ExportedObject<T> exported;
  private final MethodCall call;

  Properties(ExportedObject<T> exported, MethodCall call) {
    this.exported = exported;
    this.call = call;
  }

  void get() {
    require("ss");
    Interface.Property<T> property = property();
    if (property == null) {
      call.unknown();
    } else {
      call.reply("v", value(property));
    }
  }

  void getAll() {
    require("s");
    Map<String, Variant> values = new LinkedHashMap<>();
    if (isMeant()) {
      exported.type().properties().forEach((name, property) -> add(values, name, property));
    }
    call.reply("a{sv}", values);
  }

  private void add(Map<String, Variant> values, String name, Interface.Property<T> property) {
    try {
      values.put(name, value(property));
    } catch (UnsupportedCapabilityException unknown) {
      // an Upstart that doesn't know it doesn't show it
    }
  }

  void set() {
    require("ssv");
    Interface.Property<T> property = property();
    if (property == null) {
      call.unknown();
    } else if (property.setter() == null) {
      throw new UnexpectedErrorException(
          new UpstartError(
              UpstartError.DBUS + "AccessDenied",
              "The " + call.text(1) + " property is read-only"));
    } else if (!((Variant) call.argument(2)).signature().equals(property.type())) {
      throw MethodCall.invalid("Invalid arguments to " + call.text(1) + " property");
    } else {
      property.setter().handle(exported.object(), call);
    }
  }

  private void require(String signature) {
    if (!call.message().hasSignature(signature)) {
      throw call.invalidArguments();
    }
  }

  private Interface.@Nullable Property<T> property() {
    return isMeant() ? exported.type().properties().get(call.text(1)) : null;
  }

  /** Returns whether the caller names this interface, or none, which means all. */
  private boolean isMeant() {
    return call.text(0).isEmpty() || call.text(0).equals(exported.type().name());
  }

  private Variant value(Interface.Property<T> property) {
    return new Variant(property.type(), property.getter().apply(exported.object()));
  }
}
