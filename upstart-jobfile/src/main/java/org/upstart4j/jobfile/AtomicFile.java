package org.upstart4j.jobfile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Writes whole files or nothing: into a temporary file of the same folder, which then takes the
 * file's place. Readers, and Upstart watching the folder, see the old file or the new one.
 */
final class AtomicFile {

  private static final int MOST_LINKS = 40;
  private static final SecureRandom RANDOM = new SecureRandom();

  private AtomicFile() {}

  /**
   * Writes a file, through symbolic links; does nothing if it has these bytes already.
   *
   * @param expected what the file must still hold; anything if null
   */
  static boolean write(Path file, byte[] bytes, byte @Nullable [] expected) throws IOException {
    Path target = target(file);
    byte[] current = read(target);
    if (expected != null && !Arrays.equals(current, expected)) {
      throw new JobFileChangedException(file);
    }
    if (Arrays.equals(current, bytes)) {
      return false;
    }
    Path temporary = temporary(target, bytes);
    try {
      if (current != null) {
        keepOwnerAndMode(file, target, temporary);
      }
      if (!Arrays.equals(current, read(target))) {
        throw new JobFileChangedException(file);
      }
      replace(target, temporary);
    } finally {
      Files.deleteIfExists(temporary);
    }
    syncFolder(target);
    return true;
  }

  /** Writes a new file; of two that create it at once, one is told that it exists. */
  static void create(Path file, byte[] bytes) throws IOException {
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileAlreadyExistsException(file.toString());
    }
    Path temporary = temporary(file, bytes);
    try {
      Files.createLink(file, temporary);
    } catch (UnsupportedOperationException noLinks) {
      Files.write(file, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } finally {
      Files.deleteIfExists(temporary);
    }
    syncFolder(file);
  }

  private static Path target(Path file) throws IOException {
    Path target = file;
    for (int i = 0; Files.isSymbolicLink(target); i++) {
      if (i == MOST_LINKS) {
        throw new FileSystemLoopException(file.toString());
      }
      target = target.resolveSibling(Files.readSymbolicLink(target));
    }
    return target;
  }

  private static byte @Nullable [] read(Path file) throws IOException {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException missing) {
      return null;
    }
  }

  private static Path temporary(Path target, byte[] bytes) throws IOException {
    try {
      return newTemporary(target, bytes);
    } catch (IOException failure) {
      throw about(target, "no file can be written beside it", failure);
    }
  }

  private static void replace(Path target, Path temporary) throws IOException {
    try {
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failure) {
      throw about(target, "it cannot be replaced", failure);
    }
  }

  /** The failure, but with the name of the file that somebody wanted to write. */
  private static IOException about(Path target, String what, IOException failure) {
    String file = target.toString();
    IOException named;
    if (failure instanceof AccessDeniedException) {
      named = new AccessDeniedException(file);
    } else if (failure instanceof NoSuchFileException) {
      named = new NoSuchFileException(file, null, "its folder does not exist");
    } else {
      String reason =
          failure instanceof FileSystemException known ? known.getReason() : failure.getMessage();
      named = new FileSystemException(file, null, what + ": " + reason);
    }
    named.initCause(failure);
    return named;
  }

  private static Path newTemporary(Path target, byte[] bytes) throws IOException {
    byte[] random = new byte[8];
    RANDOM.nextBytes(random);
    Path temporary =
        target.resolveSibling(
            "." + target.getFileName() + "." + HexFormat.of().formatHex(random) + ".tmp");
    boolean written = false;
    try (FileChannel channel =
        FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
      written = true;
    } finally {
      if (!written) {
        Files.deleteIfExists(temporary);
      }
    }
    return temporary;
  }

  private static void keepOwnerAndMode(Path file, Path from, Path to) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
    if (view == null) {
      return;
    }
    PosixFileAttributes old = Files.readAttributes(from, PosixFileAttributes.class);
    PosixFileAttributes now = view.readAttributes();
    try {
      if (!now.owner().equals(old.owner())) {
        view.setOwner(old.owner());
      }
      if (!now.group().equals(old.group())) {
        view.setGroup(old.group());
      }
      view.setPermissions(old.permissions());
    } catch (IOException failure) {
      throw about(file, "its owner and mode cannot be kept", failure);
    }
  }

  /** Makes the new name last over a power failure, where the system can do that. */
  private static void syncFolder(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null && Files.isReadable(folder)) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }
}
