package org.upstart4j.fleet.rolling;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The file that holds a record. Each time it is replaced as a whole, so whoever reads it, even
 * after this program was killed, finds either the record before or the one after. Only its owner
 * may read it.
 */
final class RecordFile {

  private static final long LARGEST = 64 << 20;

  private final Path path;
  private final Path next;

  /**
   * Names a file.
   *
   * @throws RecordException if it can't be a file
   */
  RecordFile(Path given) {
    this.path = resolved(given);
    Path name = path.getFileName();
    if (name == null) {
      throw new RecordException(given, "is no name of a file", null);
    }
    this.next = path.resolveSibling("." + name + ".next");
  }

  /** Follows links, so that the file that they lead to is replaced, and not the link. */
  private static Path resolved(Path given) {
    try {
      return Files.exists(given) ? given.toRealPath() : given.toAbsolutePath();
    } catch (IOException failure) {
      throw unreadable(given, failure);
    }
  }

  private static RecordException unreadable(Path file, IOException failure) {
    return new RecordException(file, "can't be read: " + failure.getMessage(), failure);
  }

  /** Returns what it holds; nothing if it is not there. */
  Optional<Map<String, Outcome>> read(String change) {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    try {
      if (!Files.isRegularFile(path) || Files.size(path) > LARGEST) {
        throw new RecordException(path, "is no regular file, or larger than 64 MiB", null);
      }
      String text = Files.readString(path);
      return Optional.of(new RecordJson(path, change).parse(text));
    } catch (IOException failure) {
      throw unreadable(path, failure);
    }
  }

  /** Replaces what it holds, also on a thread that is interrupted. */
  void write(String change, Map<String, Outcome> hosts) {
    byte[] bytes = new RecordJson(path, change).print(hosts).getBytes(StandardCharsets.US_ASCII);
    boolean interrupted = false;
    try {
      while (!replaced(bytes)) {
        interrupted = true;
      }
    } catch (IOException failure) {
      // some messages are only the name of a file
      throw new RecordException(path, "can't be written: " + failure, failure);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Returns false if an interruption kept it from that; then that is over. */
  private boolean replaced(byte[] bytes) throws IOException {
    try {
      Files.deleteIfExists(next);
      try (FileChannel file = create()) {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
          file.write(rest);
        }
        file.force(true);
      }
      Files.move(next, path, StandardCopyOption.ATOMIC_MOVE);
      return true;
    } catch (ClosedByInterruptException interrupted) {
      Thread.interrupted();
      return false;
    }
  }

  private FileChannel create() throws IOException {
    return FileChannel.open(
        next,
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
  }
}
