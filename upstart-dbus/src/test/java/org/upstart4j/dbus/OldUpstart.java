package org.upstart4j.dbus;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.upstart4j.dbus.internal.wire.Incoming;
import org.upstart4j.dbus.internal.wire.RawPeer;
import org.upstart4j.dbus.internal.wire.Variant;

/**
 * Answers like an older Upstart with one job, web, and its instance, and knows only what that one
 * has.
 */
final class OldUpstart implements RawPeer.Answer {

  private static final String WEB = "/com/ubuntu/Upstart/jobs/web";
  private static final String UNKNOWN_METHOD = "org.freedesktop.DBus.Error.UnknownMethod";

  private final String version;
  private final Set<String> methods =
      new TreeSet<>(
          Set.of(
              "ReloadConfiguration",
              "GetJobByName",
              "GetAllJobs",
              "EmitEvent",
              "GetInstance",
              "GetInstanceByName",
              "GetAllInstances",
              "Start",
              "Stop",
              "Get",
              "GetAll",
              "Introspect"));

  private final Set<String> properties =
      new TreeSet<>(Set.of("version", "log_priority", "name", "description", "author"));

  private OldUpstart(String version) {
    this.version = version;
  }

  /** That of RHEL 6. */
  static OldUpstart of065() {
    return new OldUpstart("0.6.5");
  }

  /** That of Ubuntu 12.04. */
  static OldUpstart of15() {
    OldUpstart old = new OldUpstart("1.5");
    old.methods.add("NotifyDiskWriteable");
    old.properties.addAll(Set.of("start_on", "stop_on", "emits", "usage"));
    return old;
  }

  /** That of Ubuntu 14.04. */
  static OldUpstart of112() {
    OldUpstart old = of15();
    OldUpstart newer = new OldUpstart("1.12.1");
    newer.methods.addAll(old.methods);
    newer.properties.addAll(old.properties);
    newer.methods.addAll(
        Set.of(
            "GetState",
            "Restart",
            "EmitEventWithFile",
            "SetEnv",
            "GetEnv",
            "ListEnv",
            "UnsetEnv",
            "ResetEnv",
            "EndSession",
            "NotifyDBusAddress",
            "Reload"));
    return newer;
  }

  @Override
  public byte[] to(Incoming call) {
    if (!methods.contains(call.member())) {
      return RawPeer.error(
          call,
          UNKNOWN_METHOD,
          "Method \"%s\" with signature \"%s\" on interface \"%s\" doesn't exist\n"
              .formatted(call.member(), call.signature(), call.interfaceName()));
    }
    return switch (call.member()) {
      case "Get" -> property(call, (String) call.arguments().get(1));
      case "GetAll" -> RawPeer.reply(call, "a{sv}", status());
      case "Introspect" -> RawPeer.reply(call, "s", introspection());
      case "GetJobByName" -> RawPeer.reply(call, "o", WEB);
      case "GetAllJobs" -> RawPeer.reply(call, "ao", List.of(WEB));
      case "GetInstance", "GetInstanceByName", "Start" -> RawPeer.reply(call, "o", WEB + "/_");
      case "GetAllInstances" -> RawPeer.reply(call, "ao", List.of(WEB + "/_"));
      case "GetState" -> RawPeer.reply(call, "s", "{}");
      default -> RawPeer.reply(call, "");
    };
  }

  private byte[] property(Incoming call, String name) {
    if (!properties.contains(name)) {
      return RawPeer.error(call, UNKNOWN_METHOD, "No such property: " + name);
    }
    Variant value =
        switch (name) {
          case "version" -> new Variant("s", "init (upstart " + version + ")");
          case "start_on", "stop_on" -> new Variant("aas", List.of(List.of("runlevel", "2")));
          case "emits" -> new Variant("as", List.of("served"));
          case "log_priority" -> new Variant("s", "message");
          default -> new Variant("s", "the " + name);
        };
    return RawPeer.reply(call, "v", value);
  }

  /** With a state that later versions don't have. */
  private static Map<String, Variant> status() {
    return Map.of(
        "name", new Variant("s", ""),
        "goal", new Variant("s", "start"),
        "state", new Variant("s", "half-way"),
        "processes", new Variant("a(si)", List.of(List.of("main", 42))));
  }

  private String introspection() {
    return methods.stream()
        .map(method -> "    <method name=\"" + method + "\">\n    </method>\n")
        .collect(Collectors.joining("", "<node>\n", "</node>\n"));
  }
}
