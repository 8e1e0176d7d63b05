package org.upstart4j.jobfile;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Finds job files in a folder and its sub-folders, with Upstart's notion of which ones count. */
final class FolderSearch {

  private static final Pattern JOB_FILE = Pattern.compile("(?s).+\\.(conf|override)");

  /** Folders that version control and editors leave. */
  private static final Pattern IGNORED =
      Pattern.compile(
          "(?s)\\..*|.*~|.*\\.(bak|BAK|swp|swo|swn)|#.*#|.*,v|RCS|CVS|CVS\\.adm|SCCS|BitKeeper"
              + "|_darcs|\\{arch\\}|.*\\.(dpkg-|rpmsave|rpmorig|rpmnew)[^.]*");

  private FolderSearch() {}

  static boolean ignores(Path folder) {
    return IGNORED.matcher(String.valueOf(folder.getFileName())).matches();
  }

  /** The job files; a sub-folder that cannot be read has none. */
  static SortedSet<Path> files(Path root) throws IOException {
    return new Search(root, FolderSearch::isJobFile).files;
  }

  /** The sub-folders that cannot be read, and why. */
  static SortedMap<Path, IOException> unreadable(Path root) throws IOException {
    return new Search(root, FolderSearch::isJobFile).unreadable;
  }

  /** Files that are neither read nor passed over on purpose, as backups and hidden files are. */
  static SortedSet<Path> unread(Path root) throws IOException {
    return new Search(root, file -> !isJobFile(file) && !ignores(file)).files;
  }

  private static final class Search {

    private final SortedSet<Path> files = new TreeSet<>();
    private final SortedMap<Path, IOException> unreadable = new TreeMap<>();
    private final Set<Path> seen = new HashSet<>();
    private final Predicate<Path> wanted;
    private final Path realRoot;

    Search(Path root, Predicate<Path> wanted) throws IOException {
      this.wanted = wanted;
      realRoot = root.toRealPath();
      collect(root);
    }

    private void collect(Path folder) throws IOException {
      Path real = folder.toRealPath();
      if (!real.startsWith(realRoot) || !seen.add(real)) {
        return;
      }
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
        for (Path entry : entries) {
          if (Files.isDirectory(entry)) {
            collectBelow(entry);
          } else if (wanted.test(entry) && Files.isRegularFile(entry)) {
            files.add(entry);
          }
        }
      } catch (DirectoryIteratorException failure) {
        throw failure.getCause();
      }
    }

    private void collectBelow(Path folder) {
      if (ignores(folder)) {
        return;
      }
      try {
        collect(folder);
      } catch (NoSuchFileException gone) {
        // removed meanwhile
      } catch (IOException failure) {
        unreadable.put(folder, failure);
      }
    }
  }

  private static boolean isJobFile(Path file) {
    return JOB_FILE.matcher(file.getFileName().toString()).matches();
  }

  /** Says whether a file's name is text, so that a job can be called by it. */
  static boolean hasName(Path root, Path file) {
    try {
      return root.resolve(root.relativize(file).toString()).equals(file);
    } catch (InvalidPathException noText) {
      return false;
    }
  }

  /** Says whether a file's folder is the root or below it, wherever links lead. */
  static boolean isWithin(Path root, Path file) throws IOException {
    try {
      return Objects.requireNonNull(file.toAbsolutePath().getParent())
          .toRealPath()
          .startsWith(root.toRealPath());
    } catch (NoSuchFileException | NotDirectoryException missing) {
      return false;
    }
  }

  /** The job's name: the path within the folder, without its extension. */
  static String name(Path root, Path file) {
    String path = root.relativize(file).toString();
    return path.substring(0, path.lastIndexOf('.'));
  }
}
