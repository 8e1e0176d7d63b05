package org.upstart4j.testkit;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;

/** A class as somebody else has built it. */
final class Copied {

  private Copied() {}

  /** Copies a class into a folder, and loads it from there. */
  static Class<?> into(Path classes, Class<?> original) throws Exception {
    Path file = classes.resolve(original.getName().replace('.', '/') + ".class");
    Files.createDirectories(file.getParent());
    Files.write(file, Without.bytes(original.getName()));
    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {classes.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
      return Class.forName(original.getName(), false, loader);
    }
  }
}
