package org.upstart4j.dbus.internal.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.newsclub.net.unix.AFUNIXSocketChannel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The end of what a program has said on its standard error. Nobody waits for it: it is read when
 * somebody asks. Thread-safe.
 */
final class LastWords {

  private static final Logger LOG = LoggerFactory.getLogger(LastWords.class);

  private static final int KEPT = 4096;
  private static final int LINES = 3;

  private final AFUNIXSocketChannel channel;
  private byte[] kept = new byte[0];
  private boolean ended;

  LastWords(AFUNIXSocketChannel channel) throws IOException {
    this.channel = channel;
    channel.configureBlocking(false);
  }

  /** Reads what was said meanwhile, so that who says much need not wait. */
  synchronized void hear() {
    if (ended) {
      return;
    }
    ByteBuffer buffer = Buffers.take();
    try {
      while (channel.read(buffer.clear()) > 0) {
        keep(buffer.flip());
      }
    } catch (IOException failure) {
      LOG.debug("No more of an error can be read", failure);
    } finally {
      Buffers.giveBack(buffer);
    }
  }

  private void keep(ByteBuffer said) {
    int before = kept.length;
    byte[] all = Arrays.copyOf(kept, before + said.remaining());
    said.get(all, before, said.remaining());
    kept = Arrays.copyOfRange(all, Math.max(0, all.length - KEPT), all.length);
  }

  /** Reads no more. */
  synchronized void end() {
    hear();
    ended = true;
    try {
      channel.close();
    } catch (IOException failure) {
      LOG.debug("A standard error could not be closed", failure);
    }
  }

  /** Returns the last lines, as one line without characters that are not to be seen. */
  synchronized String text() {
    hear();
    List<String> lines =
        new String(kept, StandardCharsets.UTF_8)
            .lines()
            .map(line -> line.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+", " ").strip())
            .filter(line -> !line.isEmpty())
            .toList();
    return String.join(" ", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
  }
}
