package org.upstart4j.it.situation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.upstart4j.Upstart;
import org.upstart4j.analysis.Why;
import org.upstart4j.analysis.host.HostKnowledge;
import org.upstart4j.dbus.DbusUpstart;
import org.upstart4j.dbus.UpstartDbusServer;
import org.upstart4j.embedded.EmbeddedUpstart;
import org.upstart4j.initctl.InitctlUpstart;
import org.upstart4j.it.site.OwnInitctl;
import org.upstart4j.spi.Located.Place;

/**
 * The engine, with processes of the machine.
 *
 * @param work the folder of its files
 * @param engine the engine
 * @param server serves it
 * @param asked the Upstart that is asked about it
 * @param lacking what cannot be known this way
 */
record EngineGround(
    Path work,
    EmbeddedUpstart engine,
    UpstartDbusServer server,
    Upstart asked,
    List<String> lacking)
    implements Ground {

  /** Asks the engine itself. */
  static Ground inProcess(Path work) {
    return open(work, (engine, address) -> engine, List.of());
  }

  /** Asks over D-Bus. */
  static Ground overDbus(Path work) {
    return open(work, (engine, address) -> DbusUpstart.at(address), List.of());
  }

  /** Asks initctl, which tells no state. */
  static Ground overInitctl(Path work) {
    return open(
        work,
        (engine, address) -> InitctlUpstart.builder().runner(new OwnInitctl()).at(address).build(),
        List.of("state"));
  }

  /** Asks an Upstart that is too old to tell its state. */
  static Ground ofOld(Path work) {
    return open(work, (engine, address) -> new OldEngine(engine), List.of("state"));
  }

  private static Ground open(
      Path work, BiFunction<EmbeddedUpstart, String, Upstart> asked, List<String> lacking) {
    EmbeddedUpstart engine =
        EmbeddedUpstart.builder()
            .folder(Ground.jobFiles(work))
            .logFolder(Ground.logs(work))
            .build();
    String address = "unix:abstract=/org/upstart4j/it/" + UUID.randomUUID();
    UpstartDbusServer server = UpstartDbusServer.of(engine).listen(address);
    return new EngineGround(work, engine, server, asked.apply(engine, address), lacking);
  }

  @Override
  public Upstart upstart() {
    return engine;
  }

  @Override
  public void kill(String signal, int pid) {
    try {
      new ProcessBuilder("kill", "-" + signal, Integer.toString(pid)).start().waitFor();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while playing", interrupted);
    }
  }

  @Override
  public Path processes() {
    return Path.of("/proc");
  }

  @Override
  public Told ask(Question question) {
    return question.ask(
        Why.of(
            HostKnowledge.builder(asked)
                .confdirs(List.of(Ground.jobFiles(work)))
                .logdir(Ground.logs(work))
                .place(Place.HERE)
                .build()));
  }

  @Override
  public void close() {
    asked.close();
    engine.close();
    server.close();
  }
}
