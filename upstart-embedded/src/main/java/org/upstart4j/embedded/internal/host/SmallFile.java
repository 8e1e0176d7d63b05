package org.upstart4j.embedded.internal.host;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A file that a job may control: whatever it is, reading it takes little time and memory. */
final class SmallFile {

  private static final int MOST_BYTES = 4 << 20;
  private static final int BLOCK_BYTES = 1 << 14;

  private SmallFile() {}

  /**
   * Reads a file.
   *
   * @param file the file; no link
   * @return its lines, a character for each byte
   * @throws IOException if it is too large, no regular file, or cannot be read
   */
  static List<String> lines(Path file) throws IOException {
    try (FileChannel channel = open(file)) {
      ByteBuffer bytes = ByteBuffer.allocate(BLOCK_BYTES);
      // At a position: a FIFO has none, and fails instead of waiting for a writer.
      while (channel.read(bytes, bytes.position()) > 0) {
        if (bytes.position() > MOST_BYTES) {
          throw new FileSystemException(file.toString(), null, "File too large");
        }
        if (!bytes.hasRemaining()) {
          bytes = ByteBuffer.allocate(2 * bytes.capacity()).put(bytes.flip());
        }
      }
      return StandardCharsets.ISO_8859_1.decode(bytes.flip()).toString().lines().toList();
    }
  }

  /** A FIFO that is opened for reading and writing does not wait for its other end either. */
  private static FileChannel open(Path file) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.exists(file)) {
      throw new FileSystemException(file.toString(), null, SetupException.INVALID);
    }
    try {
      return FileChannel.open(
          file, StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    } catch (NoSuchFileException e) {
      throw e;
    } catch (IOException unwritable) {
      return FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    }
  }
}
