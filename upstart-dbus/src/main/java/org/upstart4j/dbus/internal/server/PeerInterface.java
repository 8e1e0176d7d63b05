package org.upstart4j.dbus.internal.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.upstart4j.UpstartError;

/** What D-Bus's library itself answers, whatever the path is. */
final class PeerInterface {

  private static final List<Path> MACHINE_IDS =
      List.of(Path.of("/var/lib/dbus/machine-id"), Path.of("/etc/machine-id"));

  private PeerInterface() {}

  static void handle(MethodCall call) {
    switch (call.message().member()) {
      case "Ping" -> call.reply();
      case "GetMachineId" -> call.reply("s", machineId());
      default ->
          call.fail(
              new UpstartError(
                  UpstartError.DBUS + "UnknownMethod",
                  "Unknown method invoked on org.freedesktop.DBus.Peer interface"));
    }
  }

  private static String machineId() {
    for (Path file : MACHINE_IDS) {
      try {
        return Files.readString(file).strip();
      } catch (IOException missing) {
        // the next one may be there
      }
    }
    throw new IllegalStateException("This machine has no id in " + MACHINE_IDS);
  }
}
