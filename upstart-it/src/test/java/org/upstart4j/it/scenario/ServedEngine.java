package org.upstart4j.it.scenario;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.upstart4j.dbus.UpstartDbusServer;
import org.upstart4j.embedded.EmbeddedUpstart;

/**
 * The engine, served at an address of its own.
 *
 * @param upstart the engine
 * @param server what serves it
 * @param address where
 */
record ServedEngine(EmbeddedUpstart upstart, UpstartDbusServer server, String address)
    implements Stage {

  /** What the recorded Upstart had. */
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
          "TERM", "xterm",
          "HOME", "/root",
          "XDG_RUNTIME_DIR", "/run");

  private static final AtomicInteger COUNT = new AtomicInteger();

  static Stage open(Path folder, boolean userSession) {
    String address =
        "unix:abstract=/upstart4j/played/%d/%d"
            .formatted(ProcessHandle.current().pid(), COUNT.incrementAndGet());
    EmbeddedUpstart engine =
        EmbeddedUpstart.builder()
            .folder(folder)
            .userSession(userSession)
            .environment(ENVIRONMENT)
            .inheritEnvironment(false)
            .build();
    UpstartDbusServer server = UpstartDbusServer.of(engine);
    server.listen(address);
    return new ServedEngine(engine, server, address);
  }

  @Override
  public void close() {
    upstart.close();
    server.close();
  }
}
