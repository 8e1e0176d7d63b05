package org.upstart4j.jobfile;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Finds job files in a folder and its sub-folders, with Upstart's notion of which ones count. */
final class JobFolders {

  private static final Pattern JOB_FILE = Pattern.compile("(?s).+\\.(conf|override)");

  /** Folders that version control and editors leave. */
  private static final Pattern IGNORED =
      Pattern.compile(
          "(?s)\\..*|.*~|.*\\.(bak|BAK|swp|swo|swn)|#.*#|.*,v|RCS|CVS|CVS\\.adm|SCCS|BitKeeper"
              + "|_darcs|\\{arch\\}|.*\\.(dpkg-|rpmsave|rpmorig|rpmnew)[^.]*");

  private JobFolders() {}

  static boolean ignores(Path folder) {
    return IGNORED.matcher(String.valueOf(folder.getFileName())).matches();
  }

  static SortedSet<Path> files(Path root) throws IOException {
    SortedSet<Path> files = new TreeSet<>();
    collect(root, root.toRealPath(), new HashSet<>(), files);
    return files;
  }

  private static void collect(Path folder, Path realRoot, Set<Path> seen, SortedSet<Path> files)
      throws IOException {
    Path real = folder.toRealPath();
    if (!real.startsWith(realRoot) || !seen.add(real)) {
      return;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        String name = entry.getFileName().toString();
        if (Files.isDirectory(entry)) {
          if (!ignores(entry)) {
            collect(entry, realRoot, seen, files);
          }
        } else if (JOB_FILE.matcher(name).matches() && Files.isRegularFile(entry)) {
          files.add(entry);
        }
      }
    }
  }

  /** The job's name: the path within the folder, without its extension. */
  static String name(Path root, Path file) {
    String path = root.relativize(file).toString();
    return path.substring(0, path.lastIndexOf('.'));
  }
}
