package org.upstart4j.dbus;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.newsclub.net.unix.AFUNIXSocketAddress;
import org.newsclub.net.unix.AFUNIXSocketChannel;
import org.upstart4j.dbus.internal.wire.RawPeer;

/** A client that asks for a lot and doesn't read the answers. */
final class LazyClient implements AutoCloseable {

  private final AFUNIXSocketChannel channel;

  LazyClient(String address) throws IOException {
    String name = address.substring("unix:abstract=".length());
    channel = AFUNIXSocketChannel.open(AFUNIXSocketAddress.inAbstractNamespace(name));
    write("\0AUTH EXTERNAL\r\nDATA\r\nBEGIN\r\n".getBytes(StandardCharsets.US_ASCII));
  }

  /** Asks for the whole state as many times. */
  void ask(int times) throws IOException {
    for (int i = 0; i < times; i++) {
      write(RawPeer.call("/com/ubuntu/Upstart", "com.ubuntu.Upstart0_6", "GetState"));
    }
  }

  private void write(byte[] bytes) throws IOException {
    channel.write(ByteBuffer.wrap(bytes));
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
