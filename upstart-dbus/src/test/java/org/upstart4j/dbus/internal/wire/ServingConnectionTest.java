package org.upstart4j.dbus.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.newsclub.net.unix.AFSocketPair;
import org.newsclub.net.unix.AFUNIXSocketChannel;
import org.newsclub.net.unix.AFUNIXSocketPair;
import org.upstart4j.UpstartUnavailableException;

/** A connection whose answers the thread that reads writes itself. */
class ServingConnectionTest {

  private static final ObjectInterface OBJECT = new ObjectInterface("/a", "b.c");

  private final String name = UUID.randomUUID().toString();
  private final CompletableFuture<Thread> reads = new CompletableFuture<>();
  private AFUNIXSocketChannel client;
  private SocketInput answers;
  private Connection server;

  @BeforeEach
  void connect() throws IOException {
    AFSocketPair<AFUNIXSocketChannel> ends = AFUNIXSocketPair.open();
    client = ends.getSocket1();
    answers = new SocketInput(client);
    server = new Connection(name, ends.getSocket2(), new SocketInput(ends.getSocket2()), false);
    DbusThreads.start("serves", this::serve);
    reads.join();
  }

  private void serve() {
    reads.complete(Thread.currentThread());
    server.serve(
        new Receiver() {
          @Override
          public void received(Incoming call) {
            server.send(Outgoing.reply(call, "s", call.arguments().get(0)));
            server.done(call);
          }

          @Override
          public void ended(UpstartUnavailableException reason) {}
        });
  }

  @AfterEach
  void close() throws IOException {
    server.close();
    client.close();
    answers.close();
  }

  private void ask(String text) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Outgoing.call(null, OBJECT, "Echo", "s", text).bytes());
    while (bytes.hasRemaining()) {
      client.write(bytes);
    }
  }

  private Object answer() throws IOException {
    return answers.message().arguments().get(0);
  }

  private boolean hasThreadThatWrites() {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> thread.getName().endsWith("writes " + name));
  }

  @Test
  void noThreadIsThereToWriteAnswers() throws IOException {
    for (int i = 0; i < 100; i++) {
      ask("answer " + i);
      assertThat(answer()).isEqualTo("answer " + i);
    }

    assertThat(hasThreadThatWrites()).isFalse();
  }

  @Test
  void whatOthersSendArrivesWhileTheThreadWaitsForTheClient() throws IOException {
    ask("one");
    assertThat(answer()).isEqualTo("one");

    server.send(Outgoing.signal(OBJECT, "Heard", "s", "from elsewhere"));

    assertThat(answer()).isEqualTo("from elsewhere");
  }

  @Test
  void whoReadsNothingBeforeAllIsAskedGetsEveryAnswerInItsOrder() throws IOException {
    String text = "x".repeat(1000);
    for (int i = 0; i < 5000; i++) {
      ask(i + text);
    }

    for (int i = 0; i < 5000; i++) {
      assertThat(answer()).isEqualTo(i + text);
    }
  }

  @Test
  void anAnswerThatIsLargerThanAllBuffersArrivesWhole() throws IOException {
    String text = "0123456789".repeat(100_000);
    CompletableFuture<Void> asks =
        CompletableFuture.runAsync(
            () -> {
              try {
                ask(text);
                ask("after it");
              } catch (IOException failure) {
                throw new IllegalStateException(failure);
              }
            });

    assertThat(answer()).isEqualTo(text);
    assertThat(answer()).isEqualTo("after it");
    asks.join();
  }

  @Test
  void answersAndWhatOthersSendNeverMix() throws IOException {
    CompletableFuture<Void> others =
        CompletableFuture.runAsync(
            () -> {
              for (int i = 0; i < 3000; i++) {
                server.send(Outgoing.signal(OBJECT, "Heard", "s", "signal " + i));
              }
            });
    int heard = 0;
    for (int i = 0; i < 3000; i++) {
      ask("answer " + i);
      Object next = answer();
      while (next.equals("signal " + heard)) {
        heard++;
        next = answer();
      }
      assertThat(next).isEqualTo("answer " + i);
    }
    others.join();
    for (; heard < 3000; heard++) {
      assertThat(answer()).isEqualTo("signal " + heard);
    }
  }

  @Test
  void whatWasAnsweredBeforeTheEndArrives() throws IOException {
    for (int i = 0; i < 50; i++) {
      ask("answer " + i);
    }
    client.shutdownOutput();

    for (int i = 0; i < 50; i++) {
      assertThat(List.of(answer())).containsExactly("answer " + i);
    }
  }
}
