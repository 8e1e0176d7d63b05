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
 * A socket for clients to connect to directly, without a bus. Only root and this program's own user
 * may connect. Each connection has threads of its own from the first byte on.
 */
public final class Acceptor implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Acceptor.class);

  /** How long a client may take for the handshake: as long as dbus-daemon allows. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** How long closing waits for the thread that listens. */
  private static final long GRACE_MILLIS = 1000;

  /** Limits the connections to all addresses together. */
  private static final Semaphore ROOM = new Semaphore(Memory.CONNECTIONS);

  private final Address address;
  private final AFUNIXServerSocketChannel server;
  private final Optional<SocketFile> file;
  private final boolean passesFiles;
  private final Function<Connection, Receiver> receivers;
  private final Duration patience;
  private final Backoff backoff = new Backoff();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private final String guid = UUID.randomUUID().toString().replace("-", "");

  private Acceptor(
      Address address,
      AFUNIXServerSocketChannel server,
      Optional<SocketFile> file,
      boolean passesFiles,
      Duration patience,
      Function<Connection, Receiver> receivers) {
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
   * @throws IOException if that is impossible, or another program listens there already
   */
  public static Acceptor at(
      Address address, boolean passesFiles, Function<Connection, Receiver> receivers)
      throws IOException {
    return at(address, passesFiles, PATIENCE, receivers);
  }

  static Acceptor at(
      Address address,
      boolean passesFiles,
      Duration patience,
      Function<Connection, Receiver> receivers)
      throws IOException {
    AFUNIXServerSocketChannel server = AFUNIXServerSocketChannel.open();
    try {
      Optional<SocketFile> file = bind(server, address);
      Acceptor acceptor = new Acceptor(address, server, file, passesFiles, patience, receivers);
      DbusThreads.start("listens at " + address, acceptor::accept);
      return acceptor;
    } catch (IOException failure) {
      server.close();
      throw failure;
    }
  }

  private static Optional<SocketFile> bind(AFUNIXServerSocketChannel server, Address address)
      throws IOException {
    // junixsocket would delete whatever lies there by then
    server.setDeleteOnClose(false);
    Optional<Path> path = address.file();
    if (path.isPresent()) {
      return Optional.of(SocketFile.bind(server, path.get()));
    }
    server.bind(AFUNIXSocketAddress.of(address.socketName()));
    return Optional.empty();
  }

  /** Accepts until the end. Whatever prevents that, such as too few descriptors, may pass. */
  private void accept() {
    while (server.isOpen()) {
      try {
        acceptOne();
        backoff.worked();
      } catch (IOException | RuntimeException | Error failure) {
        acceptLater(failure);
      }
    }
    ended.countDown();
    LOG.atLevel(isClosed() ? Level.DEBUG : Level.WARN).log("No longer listening at {}", address);
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

  /** Clients that connect meanwhile wait in the kernel. */
  private void awaitRoom() {
    if (!ROOM.tryAcquire()) {
      LOG.warn("{} waits, as there are {} connections", address, Memory.CONNECTIONS);
      ROOM.acquireUninterruptibly();
    }
  }

  /** Gives a connection a thread if its user may connect, else closes it. */
  private boolean admit(AFUNIXSocketChannel channel) throws IOException {
    boolean served = false;
    try {
      OptionalLong user = userOf(channel);
      if (user.isPresent()) {
        DbusThreads.start("reads " + address, () -> serve(channel, user.getAsLong()));
        served = true;
      }
    } finally {
      if (!served) {
        channel.close();
      }
    }
    return served;
  }

  /** Returns the user at the other end, as the kernel says; empty if that user may not connect. */
  private OptionalLong userOf(AFUNIXSocketChannel channel) {
    try {
      long user = channel.getPeerCredentials().getUid();
      if (user == 0 || user == Users.own()) {
        return OptionalLong.of(user);
      }
      LOG.debug("User {} may not connect to {}", user, address);
    } catch (IOException gone) {
      LOG.debug("A client of {} failed", address, gone);
    }
    return OptionalLong.empty();
  }

  private void acceptLater(Throwable failure) {
    if (server.isOpen()) {
      Duration pause = backoff.failed();
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
        SocketInput input = new SocketInput(channel)) {
      Connection connection = greet(channel, input, user);
      connection.serve(receivers.apply(connection));
    } catch (IOException failure) {
      LOG.debug("A client of {} failed", address, failure);
    } finally {
      ROOM.release();
    }
  }

  /** Completes the handshake with a client, which has limited time for it. */
  private Connection greet(AFUNIXSocketChannel channel, SocketInput input, long user)
      throws IOException {
    if (passesFiles) {
      channel.setAncillaryReceiveBufferSize(1024);
    }
    CompletableFuture<Boolean> late =
        new CompletableFuture<Boolean>()
            .completeOnTimeout(true, patience.toMillis(), TimeUnit.MILLISECONDS);
    CompletableFuture<Void> end = late.thenAccept(isLate -> closeIf(isLate, channel));
    try {
      boolean agreed = new Handshake(channel, input, user, guid, passesFiles).agree();
      return new Connection(address.toString(), channel, input, agreed);
    } finally {
      late.complete(false);
      end.join();
    }
  }

  private void closeIf(boolean isLate, AFUNIXSocketChannel channel) {
    if (isLate) {
      LOG.debug("A client of {} did not complete the handshake in time", address);
      try {
        channel.close();
      } catch (IOException failure) {
        LOG.debug("A connection to {} could not be closed", address, failure);
      }
    }
  }

  /**
   * Stops listening. Existing connections stay. The kernel keeps the address for as long as the
   * thread that listens is still in its call, so this waits for it.
   */
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
    awaitEnd();
  }

  private void awaitEnd() {
    try {
      if (!ended.await(GRACE_MILLIS, TimeUnit.MILLISECONDS)) {
        LOG.debug("The thread that listens at {} has not ended yet", address);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
