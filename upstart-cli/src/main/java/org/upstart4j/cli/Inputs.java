package org.upstart4j.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Pattern;
import org.upstart4j.jobfile.JobFile;

/** Reads what a command is given. */
final class Inputs {

  static final String STANDARD_INPUT = "-";

  private Inputs() {}

  /** Reads a file, or the standard input for a hyphen. */
  static JobFile read(String path) throws IOException {
    try {
      return path.equals(STANDARD_INPUT)
          ? JobFile.parse(System.in.readAllBytes())
          : JobFile.read(Path.of(path));
    } catch (FileSystemException failure) {
      throw failure;
    } catch (IOException failure) {
      throw new FileSystemException(path, null, failure.getMessage());
    }
  }

  /** The job files of a folder and of those below; anything else is itself. */
  static List<String> jobFiles(String path) throws IOException {
    Path folder = Path.of(path);
    if (path.equals(STANDARD_INPUT) || !Files.isDirectory(folder)) {
      return List.of(path);
    }
    Collector collector = new Collector(folder);
    Files.walkFileTree(
        folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, collector);
    Collections.sort(collector.found);
    return collector.found;
  }

  private static final class Collector extends SimpleFileVisitor<Path> {

    private static final Pattern JOB_FILE = Pattern.compile("(?s).+\\.(conf|override)");

    /** Folders that Upstart passes over. */
    private static final Pattern IGNORED =
        Pattern.compile("(?s)\\..*|.*~|.*\\.(bak|BAK|swp|swo|swn)|RCS|CVS|CVS\\.adm|SCCS|_darcs");

    private final List<String> found = new ArrayList<>();
    private final Path root;

    Collector(Path root) {
      this.root = root;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return !folder.equals(root) && IGNORED.matcher(name(folder)).matches()
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (JOB_FILE.matcher(name(file)).matches()) {
        found.add(file.toString());
      }
      return FileVisitResult.CONTINUE;
    }

    /** A folder that cannot be read is found like a file, and fails where it is read. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
      if (!(failure instanceof FileSystemLoopException)) {
        found.add(file.toString());
      }
      return FileVisitResult.CONTINUE;
    }

    private static String name(Path path) {
      return String.valueOf(path.getFileName());
    }
  }
}
