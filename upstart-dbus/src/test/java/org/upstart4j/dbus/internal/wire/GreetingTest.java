package org.upstart4j.dbus.internal.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.newsclub.net.unix.AFUNIXSocketAddress;
import org.newsclub.net.unix.AFUNIXSocketChannel;
import org.upstart4j.UpstartUnavailableException;

/** How long a client may take for the handshake. */
@Timeout(60)
class GreetingTest {

  private final Address address = new Address(true, "/org/upstart4j/test/" + UUID.randomUUID());

  private AFUNIXSocketChannel connect(String said) throws IOException {
    AFUNIXSocketChannel channel =
        AFUNIXSocketChannel.open(AFUNIXSocketAddress.of(address.socketName()));
    channel.write(ByteBuffer.wrap(said.getBytes(US_ASCII)));
    return channel;
  }

  @Test
  void aClientThatDoesNotFinishTheHandshakeLosesItsConnectionAndOthersDoNot() throws IOException {
    Duration patience = Duration.ofSeconds(2);
    try (Acceptor acceptor = Acceptor.at(address, false, patience, Echo::new);
        AFUNIXSocketChannel polite = connect("\0AUTH EXTERNAL\r\nDATA\r\nBEGIN\r\n");
        SocketInput answers = new SocketInput(polite)) {
      assertThat(answers.line()).isEqualTo("DATA");
      assertThat(answers.line()).startsWith("OK ");
      try (AFUNIXSocketChannel silent = connect("");
          AFUNIXSocketChannel undecided = connect("\0AUTH\r\n")) {
        assertThat(silent.read(ByteBuffer.allocate(100))).isNegative();
        SocketInput lines = new SocketInput(undecided);
        assertThat(lines.line()).startsWith("REJECTED");
        assertThat(undecided.read(ByteBuffer.allocate(100))).isNegative();
      }
      Outgoing call = Outgoing.call(null, new ObjectInterface("/a", "b.c"), "Echo", "s", "hello");
      polite.write(ByteBuffer.wrap(call.bytes()));
      assertThat(answers.message().arguments()).containsExactly("hello");
    }
  }

  /** Answers each call with its argument. */
  private record Echo(Connection connection) implements Receiver {

    @Override
    public void received(Incoming message) {
      connection.send(Outgoing.reply(message, "s", message.arguments().get(0)));
    }

    @Override
    public void ended(UpstartUnavailableException reason) {}
  }
}
