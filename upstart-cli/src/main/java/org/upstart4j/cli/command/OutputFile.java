package org.upstart4j.cli.command;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A file that a command writes: all of it or nothing, so that nobody sees the half of it. */
public final class OutputFile {

  private OutputFile() {}

  /**
   * Writes a file, through symbolic links. A new one has the mode that the umask says, another one
   * keeps its own. What is no file, such as {@code /dev/null}, is written to as it is.
   *
   * @throws FileSystemException if it cannot be written; then it is as it was before
   */
  public static void write(String name, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Path file = Inputs.path(name);
    try {
      if (!Files.exists(file) || Files.isRegularFile(file)) {
        replace(target(file), bytes);
      } else if (Files.isDirectory(file)) {
        throw new FileSystemException(name, null, "is a folder");
      } else {
        Files.write(file, bytes, StandardOpenOption.WRITE);
      }
    } catch (FileSystemException failure) {
      throw failure;
    } catch (IOException failure) {
      throw new FileSystemException(name, null, failure.getMessage());
    }
  }

  private static Path target(Path file) throws IOException {
    if (Files.exists(file)) {
      return file.toRealPath();
    } else if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileSystemException(file.toString(), null, "is a link to nothing");
    }
    return file.toAbsolutePath();
  }

  private static void replace(Path file, byte[] bytes) throws IOException {
    Path beside = file.resolveSibling(".upstart-" + UUID.randomUUID());
    try {
      create(beside, mode(file), bytes);
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (NoSuchFileException noFolder) {
      throw new FileSystemException(file.toString(), null, "there is no such folder");
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  /** The mode to keep; nothing if the umask says it. */
  private static Optional<Set<PosixFilePermission>> mode(Path file) throws IOException {
    return Files.exists(file) ? Optional.of(Files.getPosixFilePermissions(file)) : Optional.empty();
  }

  /** Nobody may read in the meantime what may not be read in the end. */
  private static void create(Path beside, Optional<Set<PosixFilePermission>> mode, byte[] bytes)
      throws IOException {
    FileAttribute<?>[] attributes =
        mode.stream().map(PosixFilePermissions::asFileAttribute).toArray(FileAttribute<?>[]::new);
    try (OutputStream out =
        Channels.newOutputStream(
            Files.newByteChannel(
                beside,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                attributes))) {
      out.write(bytes);
    }
    if (mode.isPresent()) {
      // the umask may have taken some away
      Files.setPosixFilePermissions(beside, mode.get());
    }
  }
}
