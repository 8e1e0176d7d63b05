package org.upstart4j.dbus.internal.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.newsclub.net.unix.AFSocketPair;
import org.newsclub.net.unix.AFUNIXSocketChannel;
import org.newsclub.net.unix.AFUNIXSocketPair;
import org.upstart4j.Deadline;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.Wait;

/** How a client says who it is. */
@Timeout(60)
class ClientHandshakeTest {

  private final AFSocketPair<AFUNIXSocketChannel> ends = AFUNIXSocketPair.open();
  private final AFUNIXSocketChannel client = ends.getSocket1();
  private final SocketInput input = new SocketInput(client);

  ClientHandshakeTest() throws IOException {}

  @AfterEach
  void close() throws IOException {
    client.close();
    ends.getSocket2().close();
  }

  /** What a server says without reading anything. */
  private boolean agree(String answer) throws IOException {
    ends.getSocket2().write(ByteBuffer.wrap(answer.getBytes(US_ASCII)));
    return ClientHandshake.agree(client, input);
  }

  @Test
  void allIsSaidBeforeAnythingIsAnswered() throws IOException {
    agree("DATA\r\nOK 0123\r\nAGREE_UNIX_FD\r\n");

    ByteBuffer said = ByteBuffer.allocate(1000);
    ends.getSocket2().read(said);
    assertThat(new String(said.array(), 0, said.position(), US_ASCII))
        .isEqualTo("\0AUTH EXTERNAL\r\nDATA\r\nNEGOTIATE_UNIX_FD\r\nBEGIN\r\n");
  }

  @Test
  void theServerSaysWhetherFilesMayBePassed() throws IOException {
    assertThat(agree("DATA\r\nOK 0123\r\nAGREE_UNIX_FD\r\n")).isTrue();
    assertThat(agree("DATA\r\nOK 0123\r\nERROR \"Unknown command\"\r\n")).isFalse();
    assertThat(agree("DATA\r\nOK 0123\r\nERROR\r\n")).isFalse();
  }

  @Test
  void aMessageThatFollowsAtOnceIsNotLost() throws IOException {
    Outgoing signal = Outgoing.signal(new ObjectInterface("/a", "b.c"), "Said", "s", "hello");
    ends.getSocket2()
        .write(ByteBuffer.wrap("DATA\r\nOK 0123\r\nAGREE_UNIX_FD\r\n".getBytes(US_ASCII)));
    ends.getSocket2().write(ByteBuffer.wrap(signal.bytes()));

    assertThat(ClientHandshake.agree(client, input)).isTrue();
    assertThat(input.message().arguments()).containsExactly("hello");
  }

  @Test
  void whatIsNoAgreementIsAFailure() {
    assertThatThrownBy(() -> agree("REJECTED EXTERNAL\r\n"))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("REJECTED EXTERNAL");
    assertThatThrownBy(() -> agree("DATA\r\nREJECTED EXTERNAL\r\n"))
        .isInstanceOf(ProtocolException.class);
    assertThatThrownBy(() -> agree("DATA\r\nOKAY\r\n")).isInstanceOf(ProtocolException.class);
    assertThatThrownBy(() -> agree("HTTP/1.1 400 Bad Request\r\n"))
        .isInstanceOf(ProtocolException.class);
  }

  @Test
  void anEndIsAFailure() throws IOException {
    ends.getSocket2().write(ByteBuffer.wrap("DATA\r\nOK".getBytes(US_ASCII)));
    ends.getSocket2().shutdownOutput();

    assertThatThrownBy(() -> ClientHandshake.agree(client, input)).isInstanceOf(EOFException.class);
  }

  @Test
  void whatWasSaidByOneWhoHasLeftIsRead() throws IOException {
    ends.getSocket2().write(ByteBuffer.wrap("REJECTED ANONYMOUS\r\n".getBytes(US_ASCII)));
    ends.getSocket2().close();

    assertThatThrownBy(() -> ClientHandshake.agree(client, input))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("REJECTED ANONYMOUS");
  }

  @Test
  void whatWasSaidByOneWhoHasLeftWithoutFilesIsRead() throws IOException {
    ends.getSocket2().write(ByteBuffer.wrap("none\r\n".getBytes(US_ASCII)));
    ends.getSocket2().close();

    ClientHandshake.sayWithoutFiles(client);
    assertThat(input.line()).isEqualTo("none");
    assertThatThrownBy(input::line).isInstanceOf(EOFException.class);
  }

  @Test
  void whereTheKernelIsNotBelievedDbusJavaFindsAnotherWay() throws IOException {
    String address = "unix:abstract=/org/upstart4j/test/" + UUID.randomUUID();
    try (RawPeer peer = new RawPeer(address)) {
      peer.then((channel, lines) -> say(channel, "REJECTED ANONYMOUS"))
          .then(
              (channel, lines) -> {
                assertThat(lines.octet()).isZero();
                assertThat(lines.line()).isEqualTo("AUTH");
                say(channel, "REJECTED ANONYMOUS");
                assertThat(lines.line()).startsWith("AUTH ANONYMOUS");
                say(channel, "OK 0123");
                assertThat(lines.line()).isEqualTo("BEGIN");
                Incoming call = lines.message();
                channel.write(ByteBuffer.wrap(RawPeer.reply(call, "s", "welcome")));
              });
      Deadline deadline = Deadline.of(Wait.atMost(Duration.ofSeconds(60)));
      try (Connection connection = Connector.connect(address, deadline)) {
        connection.start(new Deaf());
        Outgoing call = Outgoing.call(null, new ObjectInterface("/a", "b.c"), "Go", "");

        assertThat(connection.call(call).join().arguments()).containsExactly("welcome");
        assertThat(connection.passesFiles()).isFalse();
      }
    }
  }

  private static void say(AFUNIXSocketChannel channel, String line) throws IOException {
    channel.write(ByteBuffer.wrap((line + "\r\n").getBytes(US_ASCII)));
  }

  private static final class Deaf implements Receiver {

    @Override
    public void received(Incoming message) {}

    @Override
    public void ended(UpstartUnavailableException reason) {}
  }
}
