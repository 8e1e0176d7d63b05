package org.upstart4j.dbus.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Two sockets that are connected with each other. */
class SocketPairTest {

  private static final int PAIRS = 100;

  @Test
  void whatOneEndWritesTheOtherReads() throws IOException {
    try (SocketPair pair = SocketPair.open()) {
      pair.ours().write(ByteBuffer.wrap(new byte[] {1}));
      pair.theirs().write(ByteBuffer.wrap(new byte[] {2}));

      assertThat(pair.theirs().read(ByteBuffer.allocate(8))).isEqualTo(1);
      assertThat(pair.ours().read(ByteBuffer.allocate(8))).isEqualTo(1);
    }
  }

  @Test
  void nothingStaysOpen() throws IOException {
    openAndClose();
    long before = descriptors();
    for (int i = 0; i < PAIRS; i++) {
      openAndClose();
    }

    assertThat(descriptors()).isLessThan(before + PAIRS / 2);
  }

  private static void openAndClose() throws IOException {
    SocketPair.open().close();
  }

  private static long descriptors() throws IOException {
    try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
      return open.count();
    }
  }
}
