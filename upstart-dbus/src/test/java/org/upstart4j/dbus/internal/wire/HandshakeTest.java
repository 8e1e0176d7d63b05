package org.upstart4j.dbus.internal.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.newsclub.net.unix.AFSocketPair;
import org.newsclub.net.unix.AFUNIXSocketChannel;
import org.newsclub.net.unix.AFUNIXSocketPair;

class HandshakeTest {

  private static final String ROOT = "30";
  private static final String USER_1000 = "31303030";

  private final AFSocketPair<AFUNIXSocketChannel> ends = AFUNIXSocketPair.open();
  private final SocketInput answers = new SocketInput(ends.getSocket2());

  HandshakeTest() throws IOException {}

  @AfterEach
  void close() throws IOException {
    ends.getSocket1().close();
    ends.getSocket2().close();
  }

  private CompletableFuture<Boolean> handshake(long uid) {
    AFUNIXSocketChannel channel = ends.getSocket1();
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return new Handshake(channel, new SocketInput(channel), uid, "0123", true).agree();
          } catch (IOException failure) {
            throw new CompletionException(failure);
          }
        });
  }

  private void say(String lines) throws IOException {
    ends.getSocket2().write(ByteBuffer.wrap(lines.getBytes(US_ASCII)));
  }

  @Test
  void libdbusAsksOneThingAfterTheOther() throws IOException {
    CompletableFuture<Boolean> handshake = handshake(0);
    say("\0AUTH EXTERNAL " + ROOT + "\r\n");
    assertThat(answers.line()).isEqualTo("OK 0123");
    say("NEGOTIATE_UNIX_FD\r\n");
    assertThat(answers.line()).isEqualTo("AGREE_UNIX_FD");
    say("BEGIN\r\n");

    assertThat(handshake.join()).isTrue();
  }

  @Test
  void systemdSaysAllAtOnceAndLeavesTheUserToTheKernel() throws IOException {
    CompletableFuture<Boolean> handshake = handshake(1000);
    say("\0AUTH EXTERNAL\r\nDATA\r\nNEGOTIATE_UNIX_FD\r\nBEGIN\r\n");

    assertThat(handshake.join()).isTrue();
    assertThat(answers.line()).isEqualTo("DATA");
    assertThat(answers.line()).isEqualTo("OK 0123");
    assertThat(answers.line()).isEqualTo("AGREE_UNIX_FD");
  }

  @Test
  void glibAsksFirstWhatThereIs() throws IOException {
    CompletableFuture<Boolean> handshake = handshake(1000);
    say("\0AUTH\r\n");
    assertThat(answers.line()).isEqualTo("REJECTED EXTERNAL");
    say("AUTH ANONYMOUS 00\r\n");
    assertThat(answers.line()).isEqualTo("REJECTED EXTERNAL");
    say("AUTH EXTERNAL " + USER_1000 + "\r\nBEGIN\r\n");

    assertThat(handshake.join()).isFalse();
  }

  @Test
  void aClientCannotPretendToBeAnotherUser() throws IOException {
    CompletableFuture<Boolean> handshake = handshake(1000);
    say("\0AUTH EXTERNAL " + ROOT + "\r\n");

    assertThat(answers.line()).isEqualTo("REJECTED EXTERNAL");
    assertThat(handshake).isNotDone();
  }

  @Test
  void aClientCannotBeginBeforeItSaysWhoItIs() throws IOException {
    CompletableFuture<Boolean> handshake = handshake(0);
    say("\0BEGIN\r\n");

    assertThatThrownBy(handshake::join).hasCauseInstanceOf(IOException.class);
  }

  @Test
  void whatIsNotUnderstoodIsAnsweredWithAnError() throws IOException {
    CompletableFuture<Boolean> handshake = handshake(0);
    say("\0HELLO\r\nNEGOTIATE_UNIX_FD\r\nDATA 30\r\nCANCEL\r\n");

    assertThat(answers.line()).startsWith("ERROR");
    assertThat(answers.line()).startsWith("ERROR");
    assertThat(answers.line()).startsWith("ERROR");
    assertThat(answers.line()).isEqualTo("REJECTED EXTERNAL");
    assertThat(handshake).isNotDone();
  }

  @Test
  void otherProtocolsAndEndlessLinesAreGivenUp() throws IOException {
    CompletableFuture<Boolean> web = handshake(0);
    say("GET / HTTP/1.1\r\n");
    assertThatThrownBy(web::join).hasCauseInstanceOf(IOException.class);
    ends.getSocket1().close();
  }

  @Test
  void aLineWithoutEndIsGivenUp() throws IOException {
    CompletableFuture<Boolean> handshake = handshake(0);
    say("\0" + "A".repeat(20_000));

    assertThatThrownBy(handshake::join).hasCauseInstanceOf(IOException.class);
  }
}
