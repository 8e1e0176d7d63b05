package org.upstart4j.dbus.internal.wire;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.newsclub.net.unix.AFUNIXServerSocketChannel;
import org.newsclub.net.unix.AFUNIXSocketAddress;
import org.newsclub.net.unix.AFUNIXSocketChannel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A socket that others connect to, without a bus. Only root and the user of this program may; each
 * connection has threads of its own from the first byte on.
 */
public final class Listening implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Listening.class);

  private final Address address;
  private final AFUNIXServerSocketChannel server;
  private final boolean passesFiles;
  private final Function<Wire, Receiver> receivers;
  private final String guid = UUID.randomUUID().toString().replace("-", "");

  private Listening(
      Address address,
      AFUNIXServerSocketChannel server,
      boolean passesFiles,
      Function<Wire, Receiver> receivers) {
    this.address = address;
    this.server = server;
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
    AFUNIXSocketAddress name = AFUNIXSocketAddress.of(address.socketName());
    removeLeftover(address, name);
    AFUNIXServerSocketChannel server = AFUNIXServerSocketChannel.open();
    try {
      server.bind(name);
    } catch (IOException failure) {
      server.close();
      throw failure;
    }
    Listening listening = new Listening(address, server, passesFiles, receivers);
    thread("listens at " + address, listening::accept);
    return listening;
  }

  /** Removes the socket of one that listened there before; refuses to remove anything else. */
  private static void removeLeftover(Address address, AFUNIXSocketAddress name) throws IOException {
    Optional<Path> file = address.file().filter(Files::exists);
    if (file.isEmpty()) {
      return;
    }
    if (answers(name) || !isSocket(file.get())) {
      throw new FileAlreadyExistsException(address.name(), null, "already in use");
    }
    Files.delete(file.get());
  }

  private static boolean isSocket(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class).isOther();
  }

  private static boolean answers(AFUNIXSocketAddress name) {
    try (AFUNIXSocketChannel channel = AFUNIXSocketChannel.open(name)) {
      return channel.isConnected();
    } catch (IOException nobody) {
      return false;
    }
  }

  private static void thread(String does, Runnable run) {
    Thread thread = new Thread(run, "upstart-dbus-" + does);
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (true) {
        AFUNIXSocketChannel channel = server.accept();
        thread("reads " + address, () -> serve(channel));
      }
    } catch (IOException end) {
      LOG.debug("Nobody listens at {} any more", address, end);
    }
  }

  private void serve(AFUNIXSocketChannel channel) {
    try (channel) {
      Wire wire = greet(channel);
      wire.run(receivers.apply(wire));
    } catch (IOException failure) {
      LOG.debug("Somebody connected to {} and failed", address, failure);
    }
  }

  private Wire greet(AFUNIXSocketChannel channel) throws IOException {
    channel.setAncillaryReceiveBufferSize(1024);
    long uid = channel.getPeerCredentials().getUid();
    if (uid != 0 && uid != Users.own()) {
      throw new IOException("User " + uid + " may not connect");
    }
    Input input = new Input(channel);
    boolean agreed = new Handshake(channel, input, uid, guid, passesFiles).agree();
    return new Wire(address.toString(), channel, input, agreed);
  }

  /** Listens no more. Connections that are there stay. */
  @Override
  public void close() {
    try {
      server.close();
      if (address.file().isPresent()) {
        Files.deleteIfExists(address.file().get());
      }
    } catch (IOException failure) {
      LOG.debug("{} could not be closed", address, failure);
    }
  }
}
