package org.upstart4j.dbus.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileDescriptor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.newsclub.net.unix.AFSocketPair;
import org.newsclub.net.unix.AFUNIXSocketChannel;
import org.newsclub.net.unix.AFUNIXSocketPair;

/** What comes in over a socket, and what should not come. */
@Timeout(60)
class SocketInputTest {

  private static final ObjectInterface OBJECT = new ObjectInterface("/a", "b.c");

  private AFSocketPair<AFUNIXSocketChannel> ends;
  private AFSocketPair<AFUNIXSocketChannel> sent;
  private SocketInput input;

  @BeforeEach
  void open() throws IOException {
    ends = AFUNIXSocketPair.open();
    sent = AFUNIXSocketPair.open();
    ends.getSocket1().setAncillaryReceiveBufferSize(1024);
    input = new SocketInput(ends.getSocket1());
  }

  @AfterEach
  void close() throws IOException {
    input.close();
    for (AFSocketPair<AFUNIXSocketChannel> pair : List.of(ends, sent)) {
      pair.getSocket1().close();
      pair.getSocket2().close();
    }
  }

  /** Sends an end of a socket along with some bytes. */
  private void sendWithFile(byte[] bytes) throws IOException {
    FileDescriptor file = sent.getSocket1().getFileDescriptor();
    ends.getSocket2().setOutboundFileDescriptors(file);
    ends.getSocket2().write(ByteBuffer.wrap(bytes));
    ends.getSocket2().setOutboundFileDescriptors();
  }

  /** Says whether nobody has the end any more that was sent, once this test has closed its own. */
  private CompletableFuture<Boolean> isClosed() throws IOException {
    sent.getSocket1().close();
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return sent.getSocket2().read(ByteBuffer.allocate(1)) < 0;
          } catch (IOException failure) {
            return false;
          }
        });
  }

  private static byte[] call(String member) {
    return Outgoing.call(null, OBJECT, member, "").bytes();
  }

  @Test
  void filesThatNoMessageTellsOfEndTheConnectionAndAreClosed() throws IOException {
    sendWithFile(call("Go"));

    assertThatThrownBy(input::message).hasMessageContaining("belong to no message");
    input.close();
    assertThat(isClosed().join()).isTrue();
  }

  @Test
  void filesOfAMessageThatIsNotYetThereWaitForIt() throws IOException {
    byte[] first = call("First");
    byte[] second =
        Outgoing.call(
                null, OBJECT, "Second", List.of(sent.getSocket1().getFileDescriptor()), "h", 0)
            .bytes();
    byte[] both = ByteBuffer.allocate(first.length + 20).put(first).put(second, 0, 20).array();
    sendWithFile(both);
    ends.getSocket2().write(ByteBuffer.wrap(second, 20, second.length - 20));

    assertThat(input.message().files()).isEmpty();
    Incoming message = input.message();
    assertThat(message.files()).hasSize(1);
    OpenFiles.close(message.files());
    assertThat(isClosed().join()).isTrue();
  }

  @Test
  void filesThatWaitForNoMessageAreNotCollected() throws IOException {
    byte[] part = {'l', 1, 0, 1, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0};
    sendWithFile(part);
    CompletableFuture<Void> sender =
        CompletableFuture.runAsync(
            () -> {
              for (int i = 0; i < 100; i++) {
                try {
                  sendWithFile(new byte[1]);
                } catch (IOException ended) {
                  return;
                }
              }
            });

    assertThatThrownBy(input::message).hasMessageContaining("belong to no message");
    ends.getSocket1().close();
    sender.join();
    input.close();
    assertThat(isClosed().join()).isTrue();
  }

  @Test
  void aMessageThatSaysThatItHasFilesWhichDidNotComeEndsTheConnection() throws IOException {
    byte[] bytes =
        Outgoing.call(null, OBJECT, "Go", List.of(sent.getSocket1().getFileDescriptor()), "h", 0)
            .bytes();
    ends.getSocket2().write(ByteBuffer.wrap(bytes));

    assertThatThrownBy(input::message).hasMessageContaining("more files");
  }

  @Test
  void aMessageThatIsTooLongForTheHeapIsKnownWithoutItsValues() throws IOException {
    byte[] header = call("Long");
    int body = Memory.MESSAGE;
    ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN).putInt(4, body);
    CompletableFuture<Void> sender =
        CompletableFuture.runAsync(
            () -> {
              write(header);
              for (int left = body; left > 0; left -= 1 << 16) {
                write(new byte[Math.min(left, 1 << 16)]);
              }
              write(call("Next"));
            });

    if (header.length + (long) body <= Memory.LONGEST) {
      Incoming message = input.message();
      assertThat(message.member()).isEqualTo("Long");
      assertThatThrownBy(message::arguments).isInstanceOf(IllegalArgumentException.class);
      assertThat(input.message().member()).isEqualTo("Next");
      sender.join();
    } else {
      assertThatThrownBy(input::message).hasMessageContaining("too long");
    }
  }

  private void write(byte[] bytes) {
    try {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        ends.getSocket2().write(buffer);
      }
    } catch (IOException ended) {
      throw new IllegalStateException(ended);
    }
  }
}
