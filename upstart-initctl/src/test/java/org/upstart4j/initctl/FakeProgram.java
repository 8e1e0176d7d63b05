package org.upstart4j.initctl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Writes small shell scripts that stand in for programs. */
final class FakeProgram {

  private FakeProgram() {}

  static String of(Path folder, String name, String... lines) {
    return withMode(folder, name, "rwx------", lines);
  }

  static String withMode(Path folder, String name, String mode, String... lines) {
    try {
      Path file = folder.resolve(name);
      Files.writeString(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
      return file.toString();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
