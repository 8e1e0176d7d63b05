package org.upstart4j.dbus;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.newsclub.net.unix.AFUNIXSocketAddress;
import org.newsclub.net.unix.AFUNIXSocketChannel;
import org.upstart4j.Deadline;
import org.upstart4j.Event;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.Wait;
import org.upstart4j.dbus.internal.wire.Incoming;
import org.upstart4j.dbus.internal.wire.RawPeer;
import org.upstart4j.dbus.internal.wire.Variant;

/** Programs with little memory, and others that try to use all of it. */
@Timeout(300)
class SmallHeapTest {

  private static final int STATE = 1 << 19;

  private final String address = Served.address();
  private final Queue<AFUNIXSocketChannel> channels = new ConcurrentLinkedQueue<>();

  @AfterEach
  void close() throws IOException {
    for (AFUNIXSocketChannel channel : channels) {
      channel.close();
    }
  }

  private AFUNIXSocketChannel connect() throws IOException {
    String name = address.substring("unix:abstract=".length());
    AFUNIXSocketChannel channel =
        AFUNIXSocketChannel.open(AFUNIXSocketAddress.inAbstractNamespace(name));
    channels.add(channel);
    return channel;
  }

  private AFUNIXSocketChannel greeted() throws IOException {
    AFUNIXSocketChannel channel = connect();
    write(channel, "\0AUTH EXTERNAL\r\nDATA\r\nBEGIN\r\n".getBytes(US_ASCII));
    return channel;
  }

  private static void write(AFUNIXSocketChannel channel, byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  /** Asks for more than the whole heap, and reads nothing; the server may end this at any time. */
  private void askWithoutReading(AFUNIXSocketChannel channel) {
    byte[] call = RawPeer.call("/com/ubuntu/Upstart", "com.ubuntu.Upstart0_6", "GetState");
    try {
      for (int i = 0; i < 200; i++) {
        write(channel, call);
      }
    } catch (IOException ended) {
      // that is what should happen
    }
  }

  /** Uses one connection all the time; a connection that is lost fails its call. */
  private void useWhile(DbusUpstart client, CompletableFuture<?> others) {
    int calls = 0;
    do {
      assertThat(client.version().numbers()).startsWith(1);
      assertThat(client.stateDump()).hasSize(STATE);
      calls++;
    } while (!others.isDone() || calls < 20);
    others.join();
  }

  /** Attacks a server, and uses it meanwhile as if nothing happened. */
  private void whileAttacked(Attack attack) throws Exception {
    try (SmallProgram program =
            SmallProgram.start(ServingProgram.class, address, String.valueOf(STATE));
        DbusUpstart client = Served.client(address)) {
      program.await("serves");
      assertThat(client.stateDump()).hasSize(STATE);

      useWhile(client, attack.begin());
      assertThat(program.printed()).noneMatch(line -> line.contains("OutOfMemory"));
    }
  }

  /** What others do to a server; done when they have done their worst. */
  private interface Attack {

    CompletableFuture<?> begin() throws IOException;
  }

  @Test
  void clientsThatDoNotReadHarmNoOther() throws Exception {
    whileAttacked(
        () -> {
          List<CompletableFuture<Void>> lazy = new ArrayList<>();
          for (int i = 0; i < 4; i++) {
            AFUNIXSocketChannel channel = greeted();
            lazy.add(CompletableFuture.runAsync(() -> askWithoutReading(channel)));
          }
          return CompletableFuture.allOf(lazy.toArray(CompletableFuture[]::new));
        });
  }

  @Test
  void announcingALotOfDataReservesNothing() throws Exception {
    whileAttacked(
        () -> {
          write(greeted(), header(127 << 20));
          for (int i = 0; i < 16; i++) {
            write(greeted(), header(5 << 20));
          }
          return CompletableFuture.completedFuture(null);
        });
  }

  @Test
  void messagesThatAreNeverEndedHarmNoOther() throws Exception {
    whileAttacked(
        () ->
            CompletableFuture.runAsync(
                () -> {
                  for (int i = 0; i < 16; i++) {
                    sendMost();
                  }
                }));
  }

  /** Says that so many bytes will come. */
  private static byte[] header(int length) {
    byte[] header = {'l', 1, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0};
    ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN).putInt(4, length);
    return header;
  }

  /** Sends four of five MiB, and stays. */
  private void sendMost() {
    try {
      AFUNIXSocketChannel channel = greeted();
      write(channel, header(5 << 20));
      write(channel, new byte[4 << 20]);
    } catch (IOException ended) {
      // that is what should happen
    }
  }

  @Test
  void aListenerOutlivesAFloodOfJobsThatDoNotTellTheirNames() throws Exception {
    byte[] flood = flood(501_000);
    try (RawPeer peer = new RawPeer(address);
        SmallProgram program = SmallProgram.start(HearingProgram.class, address)) {
      peer.thenAnswerAll(
          call -> call.member().equals("GetAllJobs") ? jobsAnd(call, flood) : answer(call));
      program.await("listens");
      program.await("lost");
      peer.thenAnswerAll(SmallHeapTest::answer);
      program.await("regained");
      assertThat(program.printed()).noneMatch(line -> line.contains("OutOfMemory"));
    }
  }

  private static byte[] flood(int count) {
    ByteArrayOutputStream all = new ByteArrayOutputStream(count * 170);
    for (int i = 0; i < count; i++) {
      String path = "/com/ubuntu/Upstart/jobs/_ff_ff" + i;
      all.writeBytes(
          RawPeer.signal("/com/ubuntu/Upstart", "com.ubuntu.Upstart0_6", "JobAdded", "o", path));
    }
    return all.toByteArray();
  }

  private static byte[] jobsAnd(Incoming call, byte[] more) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(answer(call));
    all.writeBytes(more);
    return all.toByteArray();
  }

  /** Answers all but the names of jobs. */
  private static byte[] answer(Incoming call) {
    return switch (call.member()) {
      case "GetAllJobs" -> RawPeer.reply(call, "ao", List.of());
      case "Introspect" -> RawPeer.reply(call, "s", "");
      default ->
          call.path().equals("/com/ubuntu/Upstart")
              ? RawPeer.reply(call, "v", new Variant("s", "init (upstart 1.13.2)"))
              : new byte[0];
    };
  }

  @Test
  void aServerThatHadTooFewDescriptorsServesAgain(@TempDir Path jars) throws Exception {
    try (SmallProgram program =
        SmallProgram.startWithDescriptors(64, jars, ServingProgram.class, address, "1")) {
      program.await("serves");
      CompletableFuture<Void> crowd =
          CompletableFuture.runAsync(
              () -> {
                try {
                  for (int i = 0; i < 100; i++) {
                    greeted();
                  }
                } catch (IOException full) {
                  // of those that wait there is a limit, too
                }
              });
      program.await("WARN Nobody can connect");
      close();
      crowd.handle((done, ended) -> null).join();
      close();
      assertThat(eventually()).startsWith(1);
    }
  }

  /** Connects again and again: the server may not have noticed yet that it has descriptors. */
  private List<Integer> eventually() {
    Deadline deadline = Deadline.of(Wait.atMost(Duration.ofSeconds(60)));
    try (DbusUpstart client = Served.client(address)) {
      while (true) {
        try {
          client.emit(Event.of("hello"));
          return client.version().numbers();
        } catch (UpstartUnavailableException notYet) {
          deadline.sleep(Duration.ofMillis(10), "a server that serves again");
        }
      }
    }
  }
}
