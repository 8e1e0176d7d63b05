package org.upstart4j.dbus.internal.wire;

import java.io.IOException;
import org.newsclub.net.unix.AFUNIXSocketChannel;

/** How a connection reads and writes on the thread that it shares with others. */
final class Sharing implements SocketWatch.Watcher, SharedOutput.Owner {

  /** How many buffers are read at once at most, so that other connections get their turn. */
  private static final int READS = 16;

  private final Connection connection;
  private final Receiver receiver;
  private final SocketInput input;
  private final SharedOutput output;
  private final SocketWatch.Place place;
  private boolean isOver;

  /**
   * Prepares that.
   *
   * @param channel the socket, which does not wait
   * @throws IOException if the system does not allow that
   */
  Sharing(Connection connection, Receiver receiver, AFUNIXSocketChannel channel, SocketInput input)
      throws IOException {
    this.connection = connection;
    this.receiver = receiver;
    this.input = input;
    this.output = new SharedOutput(connection.toString(), channel, input.share(), this);
    this.place = SocketWatch.place(channel, this);
  }

  /** Begins to read. */
  void begin() {
    place.enter();
  }

  /** Closes the socket soon; after that, the connection finds out that it has ended. */
  void leave() {
    place.leave();
  }

  Output output() {
    return output;
  }

  @Override
  public boolean readable() {
    isOver = isOver || !connection.read(receiver, this::readAllThereIs);
    return !isOver;
  }

  private void readAllThereIs() throws IOException {
    boolean more = true;
    for (int i = 0; i < READS && more; i++) {
      receiveAll();
      more = input.fill();
    }
    receiveAll();
    input.release();
  }

  private void receiveAll() throws IOException {
    for (Incoming next = input.received(); next != null; next = input.received()) {
      connection.receive(next, receiver);
    }
  }

  @Override
  public void writable() {
    output.flush();
  }

  @Override
  public void added() {
    place.soon(output::flush);
  }

  @Override
  public void full() {
    place.awaitRoom();
  }

  @Override
  public void ended() {
    connection.close();
  }
}
