package org.upstart4j.fleet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Event;
import org.upstart4j.Upstart;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.spi.Explaining;
import org.upstart4j.spi.Located;
import org.upstart4j.spi.LoggedMessage;

/**
 * The Upstart of another machine: over D-Bus through ssh, and where nothing at the other end can
 * pass D-Bus on, through the host's {@code initctl}. A host whose {@code ansible_connection} is
 * {@code local} is this machine.
 *
 * <pre>{@code
 * try (RemoteUpstart upstart = RemoteUpstart.of(Host.of("root@web1"))) {
 *   System.out.println(upstart.job("web").status());
 *   System.out.println(upstart.way()); // D-Bus over ssh to root@web1: ...
 * }
 * }</pre>
 *
 * <p>The way is chosen by the first call, and kept until this is closed. Jobs and instances belong
 * to the Upstart at the end of that way. What the way lacks, calls refuse as it does: see {@link
 * #capabilities()}. Thread-safe.
 */
public final class RemoteUpstart extends ForwardingUpstart implements Explaining, Located {

  private final String goal;
  private final Place place;
  private final WayChoice choice;
  private final HostFiles files;

  RemoteUpstart(String goal, Place place, WayChoice choice, HostFiles files) {
    this.goal = goal;
    this.place = place;
    this.choice = choice;
    this.files = files;
  }

  /**
   * {@return the Upstart of a host, connected on first use}
   *
   * @param host the host
   * @throws InvalidHostException if its variables tell no way to it
   */
  public static RemoteUpstart of(Host host) {
    return of(host, RemoteOptions.DEFAULT);
  }

  /**
   * {@return the Upstart of a host, connected on first use}
   *
   * @param host the host
   * @param options how it is reached
   * @throws InvalidHostException if its variables tell no way to it
   */
  public static RemoteUpstart of(Host host, RemoteOptions options) {
    return new Ways(host, options).upstart();
  }

  /**
   * {@return the way that is taken, and why; chosen now if none is yet}
   *
   * @throws UpstartUnavailableException if there is no way
   */
  public Way way() {
    return choice.take().way();
  }

  /** {@return the job files of the host; closed together with this} */
  public HostFiles files() {
    return files;
  }

  /** {@return the transport of the way that is taken, or which host it is if none is yet} */
  @Override
  public String transport() {
    WayChoice.Taken taken = choice.known();
    return taken == null ? goal : taken.way().transport();
  }

  @Override
  public Place place() {
    return place;
  }

  @Override
  Upstart target() {
    return choice.take().upstart();
  }

  @Override
  public CompletableFuture<@Nullable Void> emitAsync(Event event) {
    return choice.known() == null
        ? CompletableFuture.supplyAsync(this::target, RemoteUpstart::start)
            .thenCompose(upstart -> upstart.emitAsync(event))
        : target().emitAsync(event);
  }

  /** Choosing a way may take long, and is not for a thread that many share. */
  private static void start(Runnable work) {
    Thread thread = new Thread(work, "upstart-fleet-way");
    thread.setDaemon(true);
    thread.start();
  }

  private Optional<Explaining> explaining() {
    return target() instanceof Explaining known ? Optional.of(known) : Optional.empty();
  }

  /** {@inheritDoc} Nothing over initctl. */
  @Override
  public Optional<String> explainUnknown(String job) {
    return explaining().flatMap(known -> known.explainUnknown(job));
  }

  /** {@inheritDoc} Empty over initctl. */
  @Override
  public Map<String, String> rejectedJobs() {
    return explaining().map(Explaining::rejectedJobs).orElse(Map.of());
  }

  /** {@inheritDoc} Empty over initctl. */
  @Override
  public List<LoggedMessage> messages() {
    return explaining().map(Explaining::messages).orElse(List.of());
  }

  /** {@inheritDoc} Empty over initctl. */
  @Override
  public Map<String, String> failures() {
    return explaining().map(Explaining::failures).orElse(Map.of());
  }

  /** {@inheritDoc} False over initctl. */
  @Override
  public boolean isBooting() {
    return explaining().map(Explaining::isBooting).orElse(false);
  }

  /** {@inheritDoc} Nothing over initctl. */
  @Override
  public Optional<String> logFolder() {
    return explaining().flatMap(Explaining::logFolder);
  }

  @Override
  public void close() {
    choice.close();
  }

  /** {@return its transport} */
  @Override
  public String toString() {
    return transport();
  }
}
