package org.upstart4j.cli.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.upstart4j.cli.terminal.CliConsole;

/** Prints a file and what is added to it, also when it is rotated or truncated. */
final class LogFollower implements AutoCloseable {

  private static final int BLOCK = 65536;

  /** For network folders, where changes are not reported. */
  private static final long LOOK_SECONDS = 1;

  private final Path path;
  private final CliConsole console;
  private final ByteBuffer buffer = ByteBuffer.allocate(BLOCK);
  private @Nullable FileChannel file;
  private @Nullable Object key;
  private long position;

  LogFollower(Path path, CliConsole console) {
    this.path = path;
    this.console = console;
  }

  /** Prints the last lines. */
  void last(long lines) throws IOException {
    FileChannel opened = open();
    position = Tail.start(opened, lines);
    copy(opened);
  }

  /** Goes on until the reader goes away. */
  void follow() throws IOException, InterruptedException {
    Path folder = Objects.requireNonNull(path.toAbsolutePath().getParent());
    try (WatchService changes = folder.getFileSystem().newWatchService()) {
      folder.register(
          changes,
          StandardWatchEventKinds.ENTRY_CREATE,
          StandardWatchEventKinds.ENTRY_MODIFY,
          StandardWatchEventKinds.ENTRY_DELETE);
      while (!console.isAbandoned()) {
        look();
        @Nullable WatchKey changed = changes.poll(LOOK_SECONDS, TimeUnit.SECONDS);
        if (changed != null) {
          changed.pollEvents();
          changed.reset();
        }
      }
    }
  }

  private void look() throws IOException {
    FileChannel current = file;
    if (current != null) {
      if (current.size() < position) {
        console.complain(path + " was truncated");
        position = 0;
      }
      copy(current);
    }
    if (isAnother()) {
      if (current != null) {
        // what was written between the last look and the change of names
        copy(current);
        console.complain(path + " is a new file now");
      }
      copy(open());
    }
  }

  /** Whether another file has the name; as long as none has, the old one goes on. */
  private boolean isAnother() throws IOException {
    try {
      return !keyOf(path).equals(key);
    } catch (NoSuchFileException none) {
      return false;
    }
  }

  private static Object keyOf(Path path) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
    return Objects.requireNonNullElse(attributes.fileKey(), path);
  }

  private FileChannel open() throws IOException {
    Object opened = keyOf(path);
    FileChannel channel = FileChannel.open(path);
    close();
    file = channel;
    key = opened;
    position = 0;
    return channel;
  }

  private void copy(FileChannel from) throws IOException {
    while (from.read(buffer.clear(), position) > 0) {
      console.print(Arrays.copyOf(buffer.array(), buffer.position()));
      position += buffer.position();
    }
    console.out().flush();
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }
}
