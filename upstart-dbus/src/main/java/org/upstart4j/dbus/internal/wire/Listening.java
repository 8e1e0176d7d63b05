package org.upstart4j.dbus.internal.wire;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.newsclub.net.unix.AFUNIXServerSocketChannel;
import org.newsclub.net.unix.AFUNIXSocketAddress;
import org.newsclub.net.unix.AFUNIXSocketChannel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * A socket that others connect to, without a bus. Only root and the user of this program may; each
 * connection has threads of its own from the first byte on.
 */
public final class Listening implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Listening.class);

  /** How long somebody may take to say who he is; as long as D-Bus's own daemon allows. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** For the connections to all addresses. */
  private static final Semaphore ROOM = new Semaphore(Memory.CONNECTIONS);

  private final Address address;
  private final AFUNIXServerSocketChannel server;
  private final Optional<SocketFile> file;
  private final boolean passesFiles;
  private final Function<Wire, Receiver> receivers;
  private final Duration patience;
  private final Pauses pauses = new Pauses();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final String guid = UUID.randomUUID().toString().replace("-", "");

  private Listening(
      Address address,
      AFUNIXServerSocketChannel server,
      Optional<SocketFile> file,
      boolean passesFiles,
      Duration patience,
      Function<Wire, Receiver> receivers) {
    this.patience = patience;
    this.address = address;
    this.server = server;
    this.file = file;
    this.passesFiles = passesFiles;
    this.receivers = receivers;
  }

  /**
   * Listens.
   *
   * @param address where
   * @param passesFiles whether messages may carry open files
   * @param receivers told of each new connection, on its own thread; what it returns is told what
   *     comes over the connection
   * @throws IOException if nobody can listen there, or somebody does so already
   */
  public static Listening at(
      Address address, boolean passesFiles, Function<Wire, Receiver> receivers) throws IOException {
    return at(address, passesFiles, PATIENCE, receivers);
  }

  static Listening at(
      Address address, boolean passesFiles, Duration patience, Function<Wire, Receiver> receivers)
      throws IOException {
    AFUNIXServerSocketChannel server = AFUNIXServerSocketChannel.open();
    try {
      Optional<SocketFile> file = bind(server, address);
      Listening listening = new Listening(address, server, file, passesFiles, patience, receivers);
      thread("listens at " + address, listening::accept);
      return listening;
    } catch (IOException failure) {
      server.close();
      throw failure;
    }
  }

  private static Optional<SocketFile> bind(AFUNIXServerSocketChannel server, Address address)
      throws IOException {
    // which junixsocket does, whatever lies there by then
    server.setDeleteOnClose(false);
    Optional<Path> path = address.file();
    if (path.isPresent()) {
      return Optional.of(SocketFile.bind(server, path.get()));
    }
    server.bind(AFUNIXSocketAddress.of(address.socketName()));
    return Optional.empty();
  }

  private static void thread(String does, Runnable run) {
    Thread thread = new Thread(run, "upstart-dbus-" + does);
    thread.setDaemon(true);
    thread.start();
  }

  /** Accepts until the end; what keeps it from doing so, as too few descriptors, may pass. */
  private void accept() {
    while (server.isOpen()) {
      try {
        acceptOne();
        pauses.worked();
      } catch (IOException | RuntimeException | Error failure) {
        acceptLater(failure);
      }
    }
    LOG.atLevel(isClosed() ? Level.DEBUG : Level.WARN).log("Nobody listens at {} now", address);
  }

  private boolean isClosed() {
    return closed.getCount() == 0;
  }

  private void acceptOne() throws IOException {
    awaitRoom();
    boolean taken = false;
    try {
      AFUNIXSocketChannel channel = server.accept();
      taken = admit(channel);
    } finally {
      if (!taken) {
        ROOM.release();
      }
    }
  }

  /** Whoever connects meanwhile waits in the kernel. */
  private void awaitRoom() {
    if (!ROOM.tryAcquire()) {
      LOG.warn("{} waits, as there are {} connections", address, Memory.CONNECTIONS);
      ROOM.acquireUninterruptibly();
    }
  }

  /** Gives a connection a thread, if it may have one; else closes it. */
  private boolean admit(AFUNIXSocketChannel channel) throws IOException {
    boolean served = false;
    try {
      OptionalLong user = userOf(channel);
      if (user.isPresent()) {
        thread("reads " + address, () -> serve(channel, user.getAsLong()));
        served = true;
      }
    } finally {
      if (!served) {
        channel.close();
      }
    }
    return served;
  }

  /** Returns who has connected, as the kernel says; nothing if that user may not. */
  private OptionalLong userOf(AFUNIXSocketChannel channel) {
    try {
      long user = channel.getPeerCredentials().getUid();
      if (user == 0 || user == Users.own()) {
        return OptionalLong.of(user);
      }
      LOG.debug("User {} may not connect to {}", user, address);
    } catch (IOException gone) {
      LOG.debug("Somebody connected to {} and failed", address, gone);
    }
    return OptionalLong.empty();
  }

  private void acceptLater(Throwable failure) {
    if (server.isOpen()) {
      Duration pause = pauses.failed();
      LOG.warn(
          "Nobody can connect to {}; it is tried again in {} ms: {}",
          address,
          pause.toMillis(),
          failure.toString());
      pause(pause);
    }
  }

  private void pause(Duration pause) {
    try {
      if (closed.await(pause.toNanos(), TimeUnit.NANOSECONDS)) {
        LOG.trace("{} is closed meanwhile", address);
      }
    } catch (InterruptedException interrupted) {
      LOG.trace("Goes on to listen at once", interrupted);
    }
  }

  private void serve(AFUNIXSocketChannel channel, long user) {
    try (channel;
        Input input = new Input(channel)) {
      Wire wire = greet(channel, input, user);
      wire.run(receivers.apply(wire));
    } catch (IOException failure) {
      LOG.debug("Somebody connected to {} and failed", address, failure);
    } finally {
      ROOM.release();
    }
  }

  /** Comes to terms with whoever has connected, who does not have for ever for that. */
  private Wire greet(AFUNIXSocketChannel channel, Input input, long user) throws IOException {
    if (passesFiles) {
      channel.setAncillaryReceiveBufferSize(1024);
    }
    CompletableFuture<Boolean> late =
        new CompletableFuture<Boolean>()
            .completeOnTimeout(true, patience.toMillis(), TimeUnit.MILLISECONDS);
    CompletableFuture<Void> end = late.thenAccept(isLate -> closeIf(isLate, channel));
    try {
      boolean agreed = new Handshake(channel, input, user, guid, passesFiles).agree();
      return new Wire(address.toString(), channel, input, agreed);
    } finally {
      late.complete(false);
      end.join();
    }
  }

  private void closeIf(boolean isLate, AFUNIXSocketChannel channel) {
    if (isLate) {
      LOG.debug("Somebody connected to {} and did not say who he is", address);
      try {
        channel.close();
      } catch (IOException failure) {
        LOG.debug("A connection to {} could not be closed", address, failure);
      }
    }
  }

  /** Listens no more. Connections that are there stay. */
  @Override
  public void close() {
    closed.countDown();
    try (server) {
      if (file.isPresent()) {
        file.get().remove();
      }
    } catch (IOException failure) {
      LOG.debug("{} could not be closed", address, failure);
    }
  }
}
