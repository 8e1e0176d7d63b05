package org.upstart4j.testkit.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Writes and removes job files in a folder of this machine.
 *
 * @param folder where they are
 */
public record JobFileWriter(Path folder) {

  /**
   * Writes a file atomically.
   *
   * @param file its path within the folder
   * @param text its content
   */
  public void write(String file, String text) {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes a file atomically.
   *
   * @param file its path within the folder
   * @param bytes its content
   */
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

  /**
   * {@return the content of a file}
   *
   * @param file its path within the folder
   */
  public String read(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /**
   * Removes a file, if it is there.
   *
   * @param file its path within the folder
   */
  public void remove(String file) {
    try {
      Files.deleteIfExists(folder.resolve(file));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
