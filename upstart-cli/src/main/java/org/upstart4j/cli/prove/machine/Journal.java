package org.upstart4j.cli.prove.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Stands for the journal of a systemd: takes output, and forgets it. */
final class Journal implements AutoCloseable {

  private final ServerSocketChannel socket;
  private final Queue<SocketChannel> open = new ConcurrentLinkedQueue<>();

  private Journal(ServerSocketChannel socket) {
    this.socket = socket;
  }

  /** Listens where the machine's processes expect it. */
  static Journal in(Path root) throws IOException {
    Path folder = Files.createDirectories(root.resolve("run/systemd/journal"));
    ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    Path path = folder.resolve("stdout");
    socket.bind(UnixDomainSocketAddress.of(path));
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-rw-rw-"));
    Journal journal = new Journal(socket);
    daemon(journal::accept);
    return journal;
  }

  private void accept() {
    try {
      while (true) {
        SocketChannel output = socket.accept();
        open.add(output);
        daemon(() -> forget(output));
      }
    } catch (ClosedChannelException closed) {
      // the machine ends
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void forget(SocketChannel output) {
    ByteBuffer bytes = ByteBuffer.allocate(4096);
    try (output) {
      while (output.read(bytes) >= 0) {
        bytes.clear();
      }
    } catch (ClosedChannelException closed) {
      // the machine ends
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      open.remove(output);
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "upstart4j-journal");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try {
      socket.close();
      for (SocketChannel output : open) {
        output.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
