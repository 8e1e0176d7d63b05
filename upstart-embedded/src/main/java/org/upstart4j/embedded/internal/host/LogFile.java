package org.upstart4j.embedded.internal.host;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/** A console log, with Upstart's mode 640. */
final class LogFile {

  private static final Set<PosixFilePermission> MODE = PosixFilePermissions.fromString("rw-r-----");

  private LogFile() {}

  /**
   * Creates a log, or finds it.
   *
   * @return nothing if it cannot be written; the output is lost then, but the job runs
   */
  static Optional<Path> open(Path log) {
    try {
      create(log);
      return Files.isRegularFile(log, LinkOption.NOFOLLOW_LINKS)
          ? Optional.of(log.toAbsolutePath())
          : Optional.empty();
    } catch (IOException unwritable) {
      return Optional.empty();
    }
  }

  private static void create(Path log) throws IOException {
    try (FileChannel created =
        FileChannel.open(
            log,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(MODE))) {
      Files.setPosixFilePermissions(log, MODE);
    } catch (FileAlreadyExistsException exists) {
      return;
    }
  }
}
