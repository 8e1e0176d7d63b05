package org.upstart4j.dbus.internal.server;

import java.util.List;
import org.upstart4j.dbus.internal.Interfaces;

/** Describes objects as Upstart's D-Bus library does. */
final class Introspection {

  private static final String DOCTYPE =
      """
      <!DOCTYPE node PUBLIC "-//freedesktop//DTD D-BUS Object Introspection 1.0//EN"
      "http://www.freedesktop.org/standards/dbus/1.0/introspect.dtd">
      """;

  private static final Interface<Object> PROPERTIES =
      new Interface<>(Interfaces.PROPERTIES)
          .method("Get", "s interface_name, s property_name", "v value", (none, call) -> {})
          .method("Set", "s interface_name, s property_name, v value", "", (none, call) -> {})
          .method("GetAll", "s interface_name", "a{sv} props", (none, call) -> {});

  private static final Interface<Object> INTROSPECTABLE =
      new Interface<>(Interfaces.INTROSPECTABLE)
          .method("Introspect", "", "s data", (none, call) -> {});

  private final StringBuilder xml = new StringBuilder(DOCTYPE);

  private Introspection() {}

  /** Describes an object. */
  static String of(String path, Interface<?> type, List<String> children) {
    Introspection introspection = new Introspection();
    introspection.xml.append("<node name=\"").append(path).append("\">\n");
    introspection.add(type);
    introspection.add(PROPERTIES);
    introspection.add(INTROSPECTABLE);
    return introspection.end(children);
  }

  /** Describes what stands at a path where there is no object. */
  static String ofNone(List<String> children) {
    Introspection introspection = new Introspection();
    introspection.xml.append("<node>\n");
    return introspection.end(children);
  }

  private String end(List<String> children) {
    for (String child : children) {
      xml.append("  <node name=\"").append(child).append("\"/>\n");
    }
    return xml.append("</node>\n").toString();
  }

  private void add(Interface<?> type) {
    xml.append("  <interface name=\"").append(type.name()).append("\">\n");
    type.methods()
        .forEach(
            (name, method) -> {
              open("method", name);
              add(method.in(), " direction=\"in\"");
              add(method.out(), " direction=\"out\"");
              close("method");
            });
    type.signals()
        .forEach(
            (name, arguments) -> {
              open("signal", name);
              add(arguments, "");
              close("signal");
            });
    type.properties().forEach(this::add);
    xml.append("  </interface>\n");
  }

  private void open(String what, String name) {
    xml.append("    <").append(what).append(" name=\"").append(name).append("\">\n");
  }

  private void close(String what) {
    xml.append("    </").append(what).append(">\n");
  }

  private void add(List<InterfaceArgument> arguments, String direction) {
    for (InterfaceArgument argument : arguments) {
      xml.append("      <arg name=\"").append(argument.name());
      xml.append("\" type=\"").append(argument.type()).append('"');
      xml.append(direction).append("/>\n");
    }
  }

  private void add(String name, Interface.Property<?> property) {
    xml.append("    <property name=\"").append(name);
    xml.append("\" type=\"").append(property.type());
    xml.append("\" access=\"").append(property.setter() == null ? "read" : "readwrite");
    xml.append("\"/>\n");
  }
}
