package org.upstart4j.fleet;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.upstart4j.spi.SshCommand;

/** What the variables of a host say about the way to it. They are untrusted text. */
final class HostVariables {

  private static final int LAST_PORT = 65_535;
  private static final Set<String> TRUE = Set.of("yes", "on", "1", "true", "t", "y");
  private static final Set<String> SSH =
      Set.of("ssh", "smart", "paramiko", "paramiko_ssh", "libssh");
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  private final Host host;

  private HostVariables(Host host) {
    this.host = host;
  }

  static HostVariables of(Host host) {
    return new HostVariables(host);
  }

  boolean isLocal() {
    String connection = text("ansible_connection").orElse("ssh");
    String plugin = connection.substring(connection.lastIndexOf('.') + 1);
    if (plugin.equals("local")) {
      return true;
    } else if (SSH.contains(plugin)) {
      return false;
    }
    throw wrong("ansible_connection", connection, "Write local or ssh");
  }

  String destination() {
    String address = first("ansible_ssh_host", "ansible_host").orElse(host.name());
    Optional<String> user = first("ansible_ssh_user", "ansible_user");
    String destination =
        user.map(name -> name + "@" + address.substring(address.lastIndexOf('@') + 1))
            .orElse(address);
    try {
      return SshCommand.requireDestination(destination);
    } catch (IllegalArgumentException unsafe) {
      throw new InvalidHostException(host.name(), String.valueOf(unsafe.getMessage()));
    }
  }

  OptionalInt port() {
    Optional<String> port = first("ansible_ssh_port", "ansible_port");
    if (port.isEmpty()) {
      return OptionalInt.empty();
    }
    try {
      int number = Integer.parseInt(port.get());
      if (number > 0 && number <= LAST_PORT) {
        return OptionalInt.of(number);
      }
    } catch (NumberFormatException none) {
      // said below
    }
    throw wrong("ansible_port", port.get(), "A port is a number from 1 to " + LAST_PORT);
  }

  Optional<String> keyFile() {
    Optional<String> file = text("ansible_ssh_private_key_file");
    file.filter(path -> CONTROL.matcher(path).find())
        .ifPresent(
            path -> {
              throw wrong("ansible_ssh_private_key_file", path, "Write the path of a file");
            });
    return file;
  }

  boolean becomesRoot() {
    if (!text("ansible_become").map(HostVariables::isTrue).orElse(false)) {
      return false;
    }
    String method = text("ansible_become_method").orElse("sudo");
    String user = text("ansible_become_user").orElse("root");
    if (!method.substring(method.lastIndexOf('.') + 1).equals("sudo")) {
      throw wrong("ansible_become_method", method, "Only sudo is known here");
    } else if (!user.equals("root")) {
      throw wrong("ansible_become_user", user, "Only root is known here");
    }
    return true;
  }

  private static boolean isTrue(String value) {
    return TRUE.contains(value.toLowerCase(Locale.ROOT));
  }

  private Optional<String> first(String name, String other) {
    Optional<String> value = text(name);
    return value.isPresent() ? value : text(other);
  }

  private Optional<String> text(String name) {
    @Nullable Object value = host.variables().get(name);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof Map<?, ?> || value instanceof Collection<?>) {
      // printed, an encrypted value would be one that people keep
      throw new InvalidHostException(
          host.name(), name + " is encrypted, or no plain value. Write a plain value");
    }
    String text = value.toString();
    if (text.isBlank()) {
      throw wrong(name, text, "Leave it out, or write a value");
    } else if (text.contains("{{") || text.contains("{%")) {
      throw wrong(name, text, "Only Ansible can fill in a template; write the value itself");
    }
    return Optional.of(text);
  }

  private InvalidHostException wrong(String variable, String value, String advice) {
    return new InvalidHostException(
        host.name(), variable + " makes no sense: \"" + value + "\". " + advice);
  }
}
