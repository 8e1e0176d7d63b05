package org.upstart4j.embedded.internal.host;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An open log. It is opened once and without following a link, as the owner of its folder may put
 * another file in its place at any time; from then on only the descriptor counts.
 */
final class LogFile implements AutoCloseable {

  /** Upstart's mode for logs. */
  private static final Set<PosixFilePermission> MODE = PosixFilePermissions.fromString("rw-r-----");

  private static final int BLOCK_BYTES = 1 << 14;
  private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
  private static final Path DESCRIPTOR_INFO = Path.of("/proc/self/fdinfo");

  /** The last octal digit has how the file was opened: 0 to read, 1 to write, 2 for both. */
  private static final Pattern FLAGS = Pattern.compile("(?m)^flags:\\s*[0-7]*([0-7])$");

  /** Descriptors of open logs: several can be of the same file. */
  private static final Set<Path> TAKEN = new HashSet<>();

  /** The system gives the lowest free number: mostly the same as the last time. */
  private static Path last = DESCRIPTORS.resolve("0");

  private final FileChannel channel;
  private final Path descriptor;
  private final Object key;

  private LogFile(Path file, OpenOption... options) throws IOException {
    channel = FileChannel.open(file, Set.of(options), PosixFilePermissions.asFileAttribute(MODE));
    try {
      BasicFileAttributes opened =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (!opened.isRegularFile()) {
        throw new FileSystemException(file.toString(), null, "No regular file");
      }
      key = opened.fileKey();
      descriptor = descriptor(file, key);
      TAKEN.add(descriptor);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /**
   * Opens a log that is there.
   *
   * @throws IOException if there is no such file, or it is not a regular file or not writable
   */
  static synchronized LogFile open(Path file) throws IOException {
    // Opening a FIFO for both never waits.
    return new LogFile(
        file, StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * Makes a log.
   *
   * @throws IOException if there is a file of that name, or it cannot be made
   */
  static synchronized LogFile create(Path file) throws IOException {
    LogFile created =
        new LogFile(
            file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
    // This process's own mask may have taken something away.
    Files.setPosixFilePermissions(created.descriptor, MODE);
    return created;
  }

  /** Returns a path that leads to the open file itself until this is closed. */
  Path descriptor() {
    return descriptor;
  }

  /** Returns what names the file whatever its path is. */
  Object key() {
    return key;
  }

  /**
   * Appends what was written to it from a place on.
   *
   * @return the place up to which that was done
   */
  long appendTo(LogFile other, long place) throws IOException {
    try (FileChannel end = FileChannel.open(other.descriptor, StandardOpenOption.APPEND)) {
      ByteBuffer bytes = ByteBuffer.allocate(BLOCK_BYTES);
      long size = channel.size();
      long next = place;
      while (next < size && channel.read(bytes.clear(), next) > 0) {
        next += bytes.flip().limit();
        while (bytes.hasRemaining()) {
          end.write(bytes);
        }
      }
      return next;
    }
  }

  private static Path descriptor(Path file, Object key) throws IOException {
    if (leadsTo(last, key)) {
      return last;
    }
    try (DirectoryStream<Path> all = Files.newDirectoryStream(DESCRIPTORS)) {
      for (Path descriptor : all) {
        if (leadsTo(descriptor, key)) {
          last = descriptor;
          return descriptor;
        }
      }
    }
    throw new FileSystemException(file.toString(), null, "Not the file that was opened");
  }

  private static boolean leadsTo(Path descriptor, Object key) {
    try {
      return !TAKEN.contains(descriptor)
          && key.equals(Files.readAttributes(descriptor, BasicFileAttributes.class).fileKey())
          && isReadAndWritten(descriptor);
    } catch (IOException closed) {
      return false;
    }
  }

  /**
   * Says whether a descriptor is for both. The JDK has others of the same file for a moment, while
   * it starts a process that is to write to it; these are for writing only.
   */
  private static boolean isReadAndWritten(Path descriptor) throws IOException {
    String name = descriptor.getFileName().toString();
    Matcher flags = FLAGS.matcher(Files.readString(DESCRIPTOR_INFO.resolve(name)));
    return flags.find() && (Character.digit(flags.group(1).charAt(0), 8) & 3) == 2;
  }

  @Override
  public void close() {
    synchronized (LogFile.class) {
      if (channel.isOpen()) {
        TAKEN.remove(descriptor);
        close(channel);
      }
    }
  }

  private static void close(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException nothingWasWritten) {
      // The process has a descriptor of its own.
    }
  }
}
