package org.upstart4j.it;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.upstart4j.Upstart;
import org.upstart4j.dbus.UpstartDbusServer;
import org.upstart4j.embedded.EmbeddedUpstart;
import org.upstart4j.initctl.InitctlUpstart;
import org.upstart4j.testkit.contract.FolderFixture;

/** The engine, served at an address of its own, and an initctl that reaches it there. */
final class InitctlFixture extends FolderFixture {

  private final String program;
  private final String address;
  private final List<AutoCloseable> served;
  private final List<Upstart> more = new ArrayList<>();

  private InitctlFixture(Path folder, String program, String address, List<AutoCloseable> served) {
    super(folder, client(program, address));
    this.program = program;
    this.address = address;
    this.served = served;
  }

  /** Serves the engine. */
  static InitctlFixture ofTheEngine(Path folder, String program) {
    String address = "unix:abstract=/org/upstart4j/it/" + UUID.randomUUID();
    EmbeddedUpstart engine = EmbeddedUpstart.builder().folder(folder).build();
    UpstartDbusServer server = UpstartDbusServer.of(engine).listen(address);
    return new InitctlFixture(folder, program, address, List.of(server, engine));
  }

  /** Takes the Upstart that listens at an address. */
  static InitctlFixture at(String address, Path folder, String program) {
    return new InitctlFixture(folder, program, address, List.of());
  }

  private static Upstart client(String program, String address) {
    return InitctlUpstart.builder()
        .program(program)
        .at(address)
        .timeout(Duration.ofSeconds(10))
        .build();
  }

  @Override
  public Upstart closeable() {
    Upstart another = client(program, address);
    more.add(another);
    return another;
  }

  @Override
  public Duration beyondAnyTimeout() {
    return Duration.ofSeconds(11);
  }

  @Override
  public void close() {
    super.close();
    more.forEach(Upstart::close);
    for (AutoCloseable each : served) {
      try {
        each.close();
      } catch (Exception failure) {
        throw new IllegalStateException(failure);
      }
    }
  }
}
