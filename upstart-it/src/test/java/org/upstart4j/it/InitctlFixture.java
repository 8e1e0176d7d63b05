package org.upstart4j.it;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.upstart4j.Upstart;
import org.upstart4j.dbus.UpstartDbusServer;
import org.upstart4j.embedded.EmbeddedUpstart;
import org.upstart4j.initctl.InitctlUpstart;
import org.upstart4j.initctl.InitctlUpstartBuilder;
import org.upstart4j.testkit.contract.FolderFixture;

/** An Upstart at an address, and an initctl that reaches it there. */
final class InitctlFixture extends FolderFixture {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration HASTE = Duration.ofSeconds(5);

  private final Supplier<InitctlUpstartBuilder> initctl;
  private final String address;
  private final List<AutoCloseable> served;
  private final List<Upstart> more = new ArrayList<>();

  private InitctlFixture(
      Path folder,
      Supplier<InitctlUpstartBuilder> initctl,
      String address,
      List<AutoCloseable> served) {
    super(folder, initctl.get().at(address).timeout(PATIENCE).build());
    this.initctl = initctl;
    this.address = address;
    this.served = served;
  }

  /** Serves the engine, at an address of its own. */
  static InitctlFixture ofTheEngine(Path folder, Supplier<InitctlUpstartBuilder> initctl) {
    String address = "unix:abstract=/org/upstart4j/it/" + UUID.randomUUID();
    EmbeddedUpstart engine = EmbeddedUpstart.builder().folder(folder).build();
    UpstartDbusServer server = UpstartDbusServer.of(engine).listen(address);
    return new InitctlFixture(folder, initctl, address, List.of(server, engine));
  }

  /** Uses the Upstart that listens at an address. */
  static InitctlFixture at(String address, Path folder, Supplier<InitctlUpstartBuilder> initctl) {
    return new InitctlFixture(folder, initctl, address, List.of());
  }

  /** An initctl that is a program of its own. */
  static Supplier<InitctlUpstartBuilder> program(String path) {
    return () -> InitctlUpstart.builder().program(path);
  }

  @Override
  public Upstart closeable() {
    return another(PATIENCE);
  }

  @Override
  public Upstart impatient() {
    return another(HASTE);
  }

  private Upstart another(Duration timeout) {
    Upstart another = initctl.get().at(address).timeout(timeout).build();
    more.add(another);
    return another;
  }

  @Override
  public Duration beyondAnyTimeout() {
    return HASTE.plusSeconds(1);
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
