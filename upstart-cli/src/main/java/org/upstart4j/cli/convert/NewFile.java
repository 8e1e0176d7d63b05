package org.upstart4j.cli.convert;

import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.upstart4j.systemd.ConvertedFile;

/** A file to write. */
final class NewFile {

  private static final Set<PosixFilePermission> READABLE =
      PosixFilePermissions.fromString("rw-r--r--");
  private static final Set<PosixFilePermission> EXECUTABLE =
      PosixFilePermissions.fromString("rwxr-xr-x");

  private final String path;
  private final byte[] bytes;
  private final Set<PosixFilePermission> mode;

  private NewFile(String path, byte[] bytes, Set<PosixFilePermission> mode) {
    this.path = path;
    this.bytes = bytes;
    this.mode = mode;
  }

  /** A file of a conversion; scripts can be executed. */
  static NewFile of(ConvertedFile file) {
    boolean isScript = file instanceof ConvertedFile.Helper;
    return new NewFile(file.path(), file.bytes(), isScript ? EXECUTABLE : READABLE);
  }

  /** A file that everybody may read. */
  static NewFile readable(String path, byte[] bytes) {
    return new NewFile(path, bytes, READABLE);
  }

  /** Its path in the folder. */
  String path() {
    return path;
  }

  /** What it holds; not a copy. */
  byte[] bytes() {
    return bytes;
  }

  Set<PosixFilePermission> mode() {
    return mode;
  }

  /** Whether its path stays in the folder, whatever the names are that it is made of. */
  boolean isInside() {
    return List.of(path.split("/", -1)).stream()
        .noneMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."));
  }
}
