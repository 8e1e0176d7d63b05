package org.upstart4j.jobfile;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.upstart4j.jobfile.version.UpstartVersion;

/** Finds what is wrong with the files of a folder, and which ones stand for no job. */
final class FolderDiagnosis {

  private FolderDiagnosis() {}

  /** All problems by file, and of files and folders that cannot be read. */
  static NavigableMap<Path, List<Problem>> problems(FolderFiles files) throws IOException {
    Path root = files.root();
    NavigableMap<Path, List<Problem>> problems = new TreeMap<>();
    FolderSearch.unreadable(root)
        .forEach((folder, failure) -> problems.put(folder, List.of(unreadable(failure))));
    for (Path file : files.all()) {
      List<Problem> found =
          FolderSearch.hasName(root, file)
              ? problemsOf(file, files.version())
              : List.of(Problem.unreadable(notText()));
      if (!found.isEmpty()) {
        problems.put(file, found);
      }
    }
    return problems;
  }

  private static List<Problem> problemsOf(Path file, UpstartVersion version) {
    try {
      return JobFile.read(file).problems(version);
    } catch (NoSuchFileException gone) {
      return List.of();
    } catch (IOException failure) {
      return List.of(unreadable(failure));
    }
  }

  static Problem unreadable(IOException failure) {
    String reason =
        failure instanceof AccessDeniedException
            ? "permission denied"
            : failure instanceof FileSystemException known && known.getReason() != null
                ? known.getReason()
                : failure.toString();
    return Problem.unreadable("It cannot be read: " + reason);
  }

  /** The files whose names are not text, and what to do about them. */
  static SortedMap<Path, String> nameless(Path root) throws IOException {
    SortedMap<Path, String> nameless = new TreeMap<>();
    for (Path file : FolderSearch.files(root)) {
      if (!FolderSearch.hasName(root, file)) {
        nameless.put(file, file + ": " + notText());
      }
    }
    return nameless;
  }

  static String notText() {
    String encoding = String.valueOf(System.getProperty("sun.jnu.encoding"));
    return "Its name is no text in the character set of this process, "
        + encoding
        + "; rename it"
        + (encoding.equals("UTF-8") ? "" : ", or run with LC_ALL=C.UTF-8");
  }
}
