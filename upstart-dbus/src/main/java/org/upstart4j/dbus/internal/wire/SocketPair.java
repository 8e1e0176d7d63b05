package org.upstart4j.dbus.internal.wire;

import java.io.Closeable;
import java.io.IOException;
import java.util.UUID;
import org.newsclub.net.unix.AFSocketCapability;
import org.newsclub.net.unix.AFSocketPair;
import org.newsclub.net.unix.AFUNIXServerSocketChannel;
import org.newsclub.net.unix.AFUNIXSocket;
import org.newsclub.net.unix.AFUNIXSocketAddress;
import org.newsclub.net.unix.AFUNIXSocketChannel;
import org.newsclub.net.unix.AFUNIXSocketPair;

/**
 * Two sockets that are connected with each other. Those of junixsocket 2.11.1 leave two descriptors
 * open for ever, so these meet at an address of their own, where there are abstract ones.
 *
 * @param ours the one end
 * @param theirs the other end
 */
record SocketPair(AFUNIXSocketChannel ours, AFUNIXSocketChannel theirs) implements Closeable {

  /** Makes a pair. */
  static SocketPair open() throws IOException {
    if (!AFUNIXSocket.supports(AFSocketCapability.CAPABILITY_ABSTRACT_NAMESPACE)) {
      AFSocketPair<AFUNIXSocketChannel> pair = AFUNIXSocketPair.open();
      return new SocketPair(pair.getSocket1(), pair.getSocket2());
    }
    AFUNIXSocketAddress address =
        AFUNIXSocketAddress.inAbstractNamespace("org/upstart4j/" + UUID.randomUUID());
    AFUNIXSocketChannel ours = AFUNIXSocketChannel.open();
    try (AFUNIXServerSocketChannel server = AFUNIXServerSocketChannel.open()) {
      server.bind(address);
      ours.connect(address);
      return new SocketPair(ours, acceptOwn(server));
    } catch (IOException | RuntimeException | Error failure) {
      ours.close();
      throw failure;
    }
  }

  /** Others may have found the address, and come first. */
  private static AFUNIXSocketChannel acceptOwn(AFUNIXServerSocketChannel server)
      throws IOException {
    while (true) {
      AFUNIXSocketChannel theirs = server.accept();
      if (theirs.getPeerCredentials().getPid() == ProcessHandle.current().pid()) {
        return theirs;
      }
      theirs.close();
    }
  }

  /** Closes both ends. */
  @Override
  public void close() throws IOException {
    try (theirs) {
      ours.close();
    }
  }
}
