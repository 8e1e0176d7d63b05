package org.upstart4j.dbus.internal.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.newsclub.net.unix.AFUNIXServerSocketChannel;
import org.newsclub.net.unix.AFUNIXSocketAddress;
import org.newsclub.net.unix.AFUNIXSocketChannel;

/** The other end of connections, which does to each, one after another, what it was told to. */
public final class RawPeer implements AutoCloseable {

  private final AFUNIXServerSocketChannel server;
  private final BlockingQueue<Behaviour> behaviours = new LinkedBlockingQueue<>();
  private final CountDownLatch heard = new CountDownLatch(1);

  /** Listens at an address. */
  public RawPeer(String address) throws IOException {
    server = AFUNIXServerSocketChannel.open();
    server.bind(AFUNIXSocketAddress.of(Address.parse(address).get(0).socketName()));
    Thread thread = new Thread(this::run, "raw-peer");
    thread.setDaemon(true);
    thread.start();
  }

  /** Says what to do to the next connection, which is closed after that. */
  public RawPeer then(Behaviour behaviour) {
    behaviours.add(behaviour);
    return this;
  }

  private void run() {
    try {
      while (true) {
        AFUNIXSocketChannel channel = server.accept();
        Thread thread = new Thread(() -> serve(channel), "raw-peer-serves");
        thread.setDaemon(true);
        thread.start();
      }
    } catch (IOException closed) {
      // the test is over
    }
  }

  private void serve(AFUNIXSocketChannel channel) {
    try (channel) {
      behaviours.take().meet(channel, new SocketInput(channel));
    } catch (IOException | InterruptedException end) {
      // the test is over, or the other side has gone
    }
  }

  /** Answers the handshake, then one call with these bytes. */
  public RawPeer thenAnswer(Answer answer) {
    return thenAnswer(1, answer);
  }

  /** Answers the handshake, then so many calls. */
  public RawPeer thenAnswer(int calls, Answer answer) {
    return then(
        (channel, input) -> {
          greet(channel, input);
          for (int i = 0; i < calls; i++) {
            write(channel, answer.to(input.message()));
          }
        });
  }

  /** Answers the handshake, then every call. */
  public RawPeer thenAnswerAll(Answer answer) {
    return then(
        (channel, input) -> {
          greet(channel, input);
          while (true) {
            write(channel, answer.to(input.message()));
          }
        });
  }

  /** Answers the handshake, then nothing. */
  public RawPeer thenBeSilent() {
    return then(
        (channel, input) -> {
          greet(channel, input);
          while (true) {
            input.message();
            heard.countDown();
          }
        });
  }

  /** Waits until it has heard a message to which it says nothing. */
  public void awaitMessage() throws InterruptedException {
    if (!heard.await(60, TimeUnit.SECONDS)) {
      throw new AssertionError("No message came");
    }
  }

  /** Does not even answer the handshake. */
  public RawPeer thenBeDumb() {
    return then(
        (channel, input) -> {
          while (true) {
            input.octet();
          }
        });
  }

  private static void write(AFUNIXSocketChannel channel, byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  private static void greet(AFUNIXSocketChannel channel, SocketInput input) throws IOException {
    new Handshake(channel, input, channel.getPeerCredentials().getUid(), "0123", true).agree();
  }

  /** Returns the bytes of a proper answer. */
  public static byte[] reply(Incoming call, String signature, Object... values) {
    return Outgoing.reply(call, signature, values).bytes();
  }

  /** Returns the bytes of an answer that tells of an error. */
  public static byte[] error(Incoming call, String name, String text) {
    return Outgoing.error(call, name, text).bytes();
  }

  /** Returns the bytes of a call without arguments. */
  public static byte[] call(String path, String interfaceName, String member) {
    return Outgoing.call(null, new ObjectInterface(path, interfaceName), member, "").bytes();
  }

  /** Returns the bytes of a signal. */
  public static byte[] signal(
      String path, String interfaceName, String member, String signature, Object... values) {
    return Outgoing.signal(new ObjectInterface(path, interfaceName), member, signature, values)
        .bytes();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  /** What to do to a connection. */
  public interface Behaviour {

    void meet(AFUNIXSocketChannel channel, SocketInput input) throws IOException;
  }

  /** What to answer a call with. */
  public interface Answer {

    byte[] to(Incoming call);
  }
}
