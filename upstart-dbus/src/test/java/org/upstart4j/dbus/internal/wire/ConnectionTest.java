package org.upstart4j.dbus.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.newsclub.net.unix.AFSocketPair;
import org.newsclub.net.unix.AFUNIXSocketChannel;
import org.newsclub.net.unix.AFUNIXSocketPair;
import org.upstart4j.UpstartUnavailableException;

/** The two ends of a connection. */
class ConnectionTest {

  private static final ObjectInterface OBJECT = new ObjectInterface("/a", "b.c");

  private Connection here;
  private Connection there;
  private final List<Object> heard = new CopyOnWriteArrayList<>();
  private CompletableFuture<UpstartUnavailableException> ended = new CompletableFuture<>();

  @BeforeEach
  void connect() throws IOException {
    AFSocketPair<AFUNIXSocketChannel> ends = AFUNIXSocketPair.open();
    ended = new CompletableFuture<>();
    heard.clear();
    here = new Connection("here", ends.getSocket1(), new SocketInput(ends.getSocket1()), true);
    there = new Connection("there", ends.getSocket2(), new SocketInput(ends.getSocket2()), true);
    here.share(receiver(ended, signal -> heard.add(signal.arguments().get(0))));
    there.start(receiver(new CompletableFuture<>(), this::answer));
  }

  @AfterEach
  void close() {
    here.close();
    there.close();
  }

  private static Receiver receiver(
      CompletableFuture<UpstartUnavailableException> end, Consumer<Incoming> calls) {
    return new Receiver() {
      @Override
      public void received(Incoming message) {
        calls.accept(message);
      }

      @Override
      public void ended(UpstartUnavailableException reason) {
        end.complete(reason);
      }
    };
  }

  /** Answers each call with its argument, but for those that are to be forgotten. */
  private void answer(Incoming call) {
    if (!call.member().equals("Forget")) {
      there.send(Outgoing.reply(call, "s", call.arguments().get(0)));
    }
  }

  private CompletableFuture<Incoming> call(String member, String argument) {
    return here.call(Outgoing.call(null, OBJECT, member, "s", argument));
  }

  @Test
  void eachCallGetsItsOwnAnswer() {
    CompletableFuture<Incoming> forgotten = call("Forget", "0");
    CompletableFuture<Incoming> first = call("Echo", "1");
    CompletableFuture<Incoming> second = call("Echo", "2");

    assertThat(second.join().arguments()).containsExactly("2");
    assertThat(first.join().arguments()).containsExactly("1");
    assertThat(forgotten).isNotDone();
  }

  @Test
  void nothingIsKeptOfCallsThatAreAnsweredOrCancelled() {
    CompletableFuture<Incoming> forgotten = call("Forget", "0");
    call("Echo", "1").join();
    assertThat(here.pending()).isEqualTo(1);
    assertThat(forgotten.cancel(false)).isTrue();

    assertThat(here.pending()).isZero();
  }

  @Test
  void theEndFailsWhatIsWaitedFor() {
    CompletableFuture<Incoming> forgotten = call("Forget", "0");
    there.close();

    assertThatThrownBy(forgotten::join).hasCauseInstanceOf(UpstartUnavailableException.class);
    assertThat(ended.join()).hasMessageContaining("has ended");
    assertThatThrownBy(() -> call("Echo", "1").join())
        .hasCauseInstanceOf(UpstartUnavailableException.class);
    assertThat(here.pending()).isZero();
  }

  @Test
  void whatWasSentBeforeTheEndArrives() {
    String text = "x".repeat(1 << 20);
    there.send(Outgoing.signal(OBJECT, "Heard", "s", text));
    there.send(Outgoing.signal(OBJECT, "Heard", "s", "last"));
    there.finish();

    assertThat(ended.join()).hasMessageContaining("has ended");
    assertThat(heard).containsExactly(text, "last");
  }

  /** Each end may come together with what was sent before, or on its own. */
  @Test
  void everyEndIsHeard() throws IOException {
    for (int i = 0; i < 300; i++) {
      close();
      connect();
      there.send(Outgoing.signal(OBJECT, "Heard", "s", "last " + i));
      there.finish();

      assertThat(ended.join()).hasMessageContaining("has ended");
      assertThat(heard).containsExactly("last " + i);
    }
  }
}
