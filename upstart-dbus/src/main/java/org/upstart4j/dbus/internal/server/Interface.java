package org.upstart4j.dbus.internal.server;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An interface: what objects of a kind can be asked and told, in the order in which introspection
 * shows it.
 *
 * @param <T> the objects
 */
final class Interface<T> {

  private final String name;
  private final Map<String, Method<T>> methods = new LinkedHashMap<>();
  private final Map<String, List<InterfaceArgument>> signals = new LinkedHashMap<>();
  private final Map<String, Property<T>> properties = new LinkedHashMap<>();

  Interface(String name) {
    this.name = name;
  }

  Interface<T> method(String method, String in, String out, Handler<T> handler) {
    methods.put(
        method, Method.of(InterfaceArgument.parse(in), InterfaceArgument.parse(out), handler));
    return this;
  }

  Interface<T> signal(String signal, String arguments) {
    signals.put(signal, InterfaceArgument.parse(arguments));
    return this;
  }

  /** Adds a property that can only be read. */
  Interface<T> property(String property, String type, Function<T, Object> getter) {
    properties.put(property, new Property<>(type, getter, null));
    return this;
  }

  /** Adds a property that can be set too. */
  Interface<T> property(
      String property, String type, Function<T, Object> getter, Handler<T> setter) {
    properties.put(property, new Property<>(type, getter, setter));
    return this;
  }

  String name() {
    return name;
  }

  Map<String, Method<T>> methods() {
    return methods;
  }

  Map<String, List<InterfaceArgument>> signals() {
    return signals;
  }

  Map<String, Property<T>> properties() {
    return properties;
  }

  /** What answers calls of a method. It may answer later, but doesn't wait for what takes long. */
  interface Handler<T> {

    void handle(T object, MethodCall call);
  }

  /**
   * A method.
   *
   * @param signature the types of what it takes
   */
  record Method<T>(
      List<InterfaceArgument> in,
      List<InterfaceArgument> out,
      String signature,
      Handler<T> handler) {

    static <T> Method<T> of(
        List<InterfaceArgument> in, List<InterfaceArgument> out, Handler<T> handler) {
      return new Method<>(in, out, InterfaceArgument.signature(in), handler);
    }
  }

  /** The setter finds the new value as the call's third argument. */
  record Property<T>(String type, Function<T, Object> getter, @Nullable Handler<T> setter) {}
}
