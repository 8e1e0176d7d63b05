package org.upstart4j.dbus.internal.client;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.upstart4j.Capability;
import org.upstart4j.Version;

/**
 * What an Upstart can do: its introspection shows its methods, and the rest follows from its
 * version.
 */
final class Features {

  private static final Map<Capability, String> METHODS =
      new EnumMap<>(
          Map.of(
              Capability.JOB_ENVIRONMENT, "SetEnv",
              Capability.FILE_DESCRIPTORS, "EmitEventWithFile",
              Capability.STATE_DUMP, "GetState",
              Capability.RE_EXEC, "Restart",
              Capability.END_SESSION, "EndSession",
              Capability.NOTIFY_DISK_WRITEABLE, "NotifyDiskWriteable",
              Capability.NOTIFY_DBUS_ADDRESS, "NotifyDBusAddress",
              Capability.NOTIFY_CGROUP_MANAGER, "NotifyCGroupManagerAddress"));

  private final Set<Capability> capabilities = EnumSet.noneOf(Capability.class);

  /**
   * Finds out.
   *
   * @param introspection what Upstart's own object says of itself
   * @param version its version
   * @param passesFiles whether the connection passes open files
   */
  Features(String introspection, Version version, boolean passesFiles) {
    METHODS.forEach(
        (capability, method) -> {
          if (introspection.contains("<method name=\"" + method + "\">")) {
            capabilities.add(capability);
          }
        });
    if (!passesFiles) {
      capabilities.remove(Capability.FILE_DESCRIPTORS);
    }
    capabilities.add(Capability.DESCRIPTION);
    if (version.isAtLeast(0, 6, 7)) {
      capabilities.addAll(Set.of(Capability.SIGNALS, Capability.EMITS, Capability.CONDITIONS));
    }
    if (version.isAtLeast(1, 5)) {
      capabilities.add(Capability.USAGE);
    }
  }

  Set<Capability> capabilities() {
    return Set.copyOf(capabilities);
  }
}
