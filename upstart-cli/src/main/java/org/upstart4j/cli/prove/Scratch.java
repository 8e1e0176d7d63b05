package org.upstart4j.cli.prove;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A temporary folder whose files all users can reach, but not list. Its path stands in commands of
 * jobs, so it has no letter that a shell reads.
 *
 * @param path where it is
 */
record Scratch(Path path) implements AutoCloseable {

  /** Folders that a machine of one's own has for itself are no places either. */
  private static final Pattern PLAIN = Pattern.compile("(?!/(dev|proc|run|sys)/)[A-Za-z0-9/_.+-]+");

  static Scratch create() throws IOException {
    Path usual = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
    Path base = PLAIN.matcher(usual + "/").matches() ? usual : Path.of("/tmp");
    Path path = Files.createTempDirectory(base, "upstart4j-prove-");
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx--x--x"));
    return new Scratch(path);
  }

  @Override
  public void close() {
    try {
      Files.walkFileTree(path, new Removal());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes everything, and follows no link. */
  private static final class Removal extends SimpleFileVisitor<Path> {

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
        throws IOException {
      if (failure != null) {
        throw failure;
      }
      Files.delete(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
