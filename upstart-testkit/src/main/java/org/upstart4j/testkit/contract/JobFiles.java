package org.upstart4j.it.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Job files in a folder of this machine.
 *
 * @param folder where they are
 */
public record JobFiles(Path folder) {

  /** Writes a file so that it is there at once. */
  public void write(String file, String text) {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes a file so that it is there at once. */
  public void write(String file, byte[] bytes) {
    try {
      Path path = folder.resolve(file);
      Files.createDirectories(path.getParent());
      Path half = path.resolveSibling(path.getFileName() + ".tmp~");
      Files.write(half, bytes);
      Files.move(half, path, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Returns what is in a file. */
  public String read(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Removes a file, if it is there. */
  public void remove(String file) {
    try {
      Files.deleteIfExists(folder.resolve(file));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
