package org.upstart4j.cli;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The native part of the library that opens sockets. Left to itself it unpacks that at each start,
 * which takes longer than the rest of a short command.
 */
final class NativeLibrary {

  private NativeLibrary() {}

  /** Copies it out of its jar, if this machine's is there. */
  static void unpack(Path target) throws IOException {
    try (FileSystem jar = FileSystems.newFileSystem(jar())) {
      Path libraries = jar.getPath("lib", System.getProperty("os.arch") + "-Linux-clang", "jni");
      Optional<Path> library = Files.isDirectory(libraries) ? find(libraries) : Optional.empty();
      if (library.isPresent()) {
        Files.copy(library.get(), target, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static Path jar() throws IOException {
    try {
      Class<?> inside = Class.forName("org.newsclub.lib.junixsocket.common.NarMetadata");
      return Path.of(inside.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (ClassNotFoundException | URISyntaxException missing) {
      throw new IOException("The native part of junixsocket is not there", missing);
    }
  }

  private static Optional<Path> find(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".nodeps.so")).findFirst();
    }
  }
}
