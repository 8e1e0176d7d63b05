package org.upstart4j.testcontainers;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A socket of this machine that leads to a port of another one, for D-Bus: every client that
 * connects becomes root at the other end, where a program of root's relays, and is told that open
 * files cannot be passed.
 */
final class Relay implements AutoCloseable {

  private static final String AS_ROOT = "AUTH EXTERNAL 30";

  private final Path file;
  private final InetSocketAddress target;
  private final ServerSocketChannel server;
  private final Set<SocketChannel> open = ConcurrentHashMap.newKeySet();

  /**
   * Starts to relay.
   *
   * @param file the socket, made here
   * @param target where it leads
   */
  Relay(Path file, InetSocketAddress target) throws IOException {
    this.file = file;
    this.target = target;
    this.server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(file));
    start(this::accept);
  }

  /** Returns where D-Bus finds it. */
  String address() {
    return "unix:path=" + file;
  }

  private void accept() throws IOException {
    while (true) {
      SocketChannel client = server.accept();
      open.add(client);
      start(() -> connect(client));
    }
  }

  private void connect(SocketChannel client) throws IOException {
    try (client;
        SocketChannel there = SocketChannel.open(target)) {
      open.add(there);
      start(() -> answer(there, client));
      shakeHands(client, there);
      copy(client, there);
    } finally {
      open.remove(client);
    }
  }

  private void answer(SocketChannel there, SocketChannel client) throws IOException {
    try (client;
        there) {
      copy(there, client);
    } finally {
      open.remove(there);
    }
  }

  /** Passes on the lines up to the one with which messages begin. */
  private static void shakeHands(SocketChannel client, SocketChannel there) throws IOException {
    write(there, String.valueOf(octet(client)));
    String line = "";
    while (!line.equals("BEGIN")) {
      line = line(client);
      if (line.equals("NEGOTIATE_UNIX_FD")) {
        write(client, "ERROR \"No open files here\"\r\n");
      } else {
        write(there, (line.startsWith("AUTH EXTERNAL ") ? AS_ROOT : line) + "\r\n");
      }
    }
  }

  private static String line(SocketChannel channel) throws IOException {
    StringBuilder line = new StringBuilder();
    for (char octet = octet(channel); octet != '\n'; octet = octet(channel)) {
      line.append(octet);
    }
    return line.toString().stripTrailing();
  }

  /** Byte by byte, as what follows a line need not be a line. */
  private static char octet(SocketChannel channel) throws IOException {
    ByteBuffer octet = ByteBuffer.allocate(1);
    if (channel.read(octet) < 0) {
      throw new IOException("The connection ends before the first message");
    }
    return (char) octet.get(0);
  }

  private static void write(SocketChannel channel, String text) throws IOException {
    channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
  }

  private static void copy(SocketChannel from, SocketChannel to) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
    while (from.read(buffer) >= 0) {
      buffer.flip();
      while (buffer.hasRemaining()) {
        to.write(buffer);
      }
      buffer.clear();
    }
  }

  /** Something that ends when a connection does. */
  @FunctionalInterface
  private interface Work {
    void run() throws IOException;
  }

  private static void start(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException ended) {
                // the clients that are connected see it
              }
            },
            "relay");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (SocketChannel channel : open) {
      channel.close();
    }
    Files.deleteIfExists(file);
  }
}
