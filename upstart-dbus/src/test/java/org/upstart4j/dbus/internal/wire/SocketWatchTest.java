package org.upstart4j.dbus.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.newsclub.net.unix.AFSocketPair;
import org.newsclub.net.unix.AFUNIXSocketChannel;
import org.newsclub.net.unix.AFUNIXSocketPair;
import org.upstart4j.Deadline;
import org.upstart4j.Wait;

/** The thread that waits for sockets. */
@Timeout(60)
class SocketWatchTest {

  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

  @Test
  void withoutASocketTheThreadIsNotInNativeCodeWhichWouldHoldUpTheEndOfTheJvm() throws Exception {
    watchOneSocket();

    // in native code it counts as running
    Deadline deadline = Deadline.of(Wait.atMost(Duration.ofSeconds(30)));
    while (reader().getState() != Thread.State.TIMED_WAITING) {
      deadline.sleep(Duration.ofMillis(5), "the thread that reads to wait for a socket");
    }
  }

  @Test
  void aSocketThatComesLaterIsWatchedToo() throws Exception {
    watchOneSocket();

    watchOneSocket();
  }

  private void watchOneSocket() throws IOException, InterruptedException {
    AFSocketPair<AFUNIXSocketChannel> pair = AFUNIXSocketPair.open();
    try (AFUNIXSocketChannel ours = pair.getSocket1();
        AFUNIXSocketChannel theirs = pair.getSocket2()) {
      ours.configureBlocking(false);
      SocketWatch.Place place = SocketWatch.place(ours, new Reading(ours));
      place.enter();
      theirs.write(ByteBuffer.wrap(new byte[] {1}));
      assertThat(told.take()).isEqualTo("1 byte");
      place.leave();
      assertThat(told.take()).isEqualTo("closed");
    }
  }

  private static Thread reader() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("upstart-dbus-reads"))
        .findAny()
        .orElseThrow();
  }

  /** Tells what can be read. */
  private final class Reading implements SocketWatch.Watcher {

    private final AFUNIXSocketChannel channel;

    Reading(AFUNIXSocketChannel channel) {
      this.channel = channel;
    }

    @Override
    public boolean readable() {
      if (!channel.isOpen()) {
        told.add("closed");
        return false;
      }
      try {
        int count = channel.read(ByteBuffer.allocate(8));
        if (count > 0) {
          told.add(count + " byte");
        }
        return count > 0;
      } catch (IOException failure) {
        told.add(failure.toString());
        return false;
      }
    }

    @Override
    public void writable() {}
  }
}
