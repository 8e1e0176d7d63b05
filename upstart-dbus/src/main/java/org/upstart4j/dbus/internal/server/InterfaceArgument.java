package org.upstart4j.dbus.internal.server;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An argument of a method or signal.
 *
 * @param type its type, as D-Bus writes it
 * @param name its name
 */
record InterfaceArgument(String type, String name) {

  /** Reads {@code "as env, b wait"}. */
  static List<InterfaceArgument> parse(String text) {
    return text.isEmpty()
        ? List.of()
        : Arrays.stream(text.split(", ")).map(InterfaceArgument::one).toList();
  }

  private static InterfaceArgument one(String text) {
    int blank = text.indexOf(' ');
    return new InterfaceArgument(text.substring(0, blank), text.substring(blank + 1));
  }

  static String signature(List<InterfaceArgument> arguments) {
    return arguments.stream().map(InterfaceArgument::type).collect(Collectors.joining());
  }
}
