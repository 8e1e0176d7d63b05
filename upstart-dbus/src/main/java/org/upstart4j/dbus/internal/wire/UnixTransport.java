package org.upstart4j.dbus.internal.wire;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import org.freedesktop.dbus.connections.BusAddress;
import org.freedesktop.dbus.connections.SASL;
import org.freedesktop.dbus.connections.config.TransportConfig;
import org.freedesktop.dbus.connections.transports.AbstractUnixTransport;
import org.newsclub.net.unix.AFUNIXSocketAddress;
import org.newsclub.net.unix.AFUNIXSocketChannel;

/**
 * A transport of dbus-java's for one connection to a socket of this machine, over junixsocket. It
 * shakes hands by itself, which takes a fraction of the time; dbus-java's own handshake, {@link
 * #connect}, knows more ways to say who the client is.
 */
final class UnixTransport extends AbstractUnixTransport {

  /** How much room there is for the files of a message, and for who sent it. */
  private static final int ANCILLARY = 1024;

  private final AFUNIXSocketAddress address;
  private final AFUNIXSocketChannel channel;

  private UnixTransport(Address address, TransportConfig config) throws IOException {
    super(config.getBusAddress(), config);
    this.address = AFUNIXSocketAddress.of(address.socketName());
    this.channel = AFUNIXSocketChannel.open();
    getSaslConfig().setAuthMode(SASL.AUTH_EXTERNAL);
  }

  static UnixTransport to(Address address) throws IOException {
    // where it leads to is not for dbus-java's parser, which knows no escapes
    return new UnixTransport(address, new TransportConfig(BusAddress.of("unix:path=")));
  }

  AFUNIXSocketChannel channel() {
    return channel;
  }

  /** Opens the socket, and leaves the handshake to the caller. */
  AFUNIXSocketChannel open() throws IOException {
    return connectImpl();
  }

  @Override
  protected AFUNIXSocketChannel connectImpl() throws IOException {
    channel.connect(address);
    channel.setAncillaryReceiveBufferSize(ANCILLARY);
    return channel;
  }

  /** dbus-java gives up if the other side takes no files, as an old Upstart does; so don't ask. */
  @Override
  protected boolean hasFileDescriptorSupport() {
    return false;
  }

  @Override
  public int getUid(SocketChannel socket) throws IOException {
    return (int) channel.getPeerCredentials().getUid();
  }

  @Override
  protected void bindImpl() {
    throw new UnsupportedOperationException("It does not listen");
  }

  @Override
  protected SocketChannel acceptImpl() {
    throw new UnsupportedOperationException("It does not listen");
  }

  @Override
  protected boolean isBound() {
    return false;
  }

  @Override
  protected void closeTransport() throws IOException {
    channel.close();
  }
}
