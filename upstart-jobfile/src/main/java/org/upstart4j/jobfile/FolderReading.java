package org.upstart4j.jobfile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Reads a folder as it is at this moment. */
final class FolderReading {

  private static final int MOST_OF_UNREAD = 64 * 1024;

  private final Path root;
  private final Map<String, JobFile> files = new TreeMap<>();
  private final Map<String, JobFolder.Unread> unread = new TreeMap<>();
  private final Map<String, JobFile> unreadTexts = new TreeMap<>();
  private final Map<String, Problem> unreadable = new TreeMap<>();

  private FolderReading(Path root) {
    this.root = root;
  }

  static JobFolder read(Path root) throws IOException {
    FolderReading reading = new FolderReading(root);
    FolderSearch.unreadable(root)
        .forEach(
            (folder, failure) ->
                reading.unreadable.put(reading.name(folder), FolderDiagnosis.unreadable(failure)));
    for (Path file : FolderSearch.files(root)) {
      reading.file(file);
    }
    for (Path file : FolderSearch.unread(root)) {
      reading.unread(file, JobFolder.Unread.NAME);
    }
    return JobFolder.of(reading.files)
        .withUnread(reading.unread)
        .withUnreadTexts(reading.unreadTexts)
        .withUnreadable(reading.unreadable);
  }

  private void file(Path file) {
    String name = name(file);
    if (!FolderSearch.hasName(root, file)) {
      unreadable.put(name, Problem.unreadable(FolderDiagnosis.notText()));
    } else if (name.endsWith(".override") && Files.isSymbolicLink(file)) {
      unread(file, JobFolder.Unread.LINK);
    } else {
      try {
        files.put(name, JobFile.read(file));
      } catch (NoSuchFileException gone) {
        // removed meanwhile
      } catch (IOException failure) {
        unreadable.put(name, FolderDiagnosis.unreadable(failure));
      }
    }
  }

  private void unread(Path file, JobFolder.Unread why) {
    unread.put(name(file), why);
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_OF_UNREAD + 1);
      if (bytes.length <= MOST_OF_UNREAD) {
        unreadTexts.put(name(file), JobFile.ofOwn(bytes));
      }
    } catch (IOException unknown) {
      // nobody reads it, so nobody needs to
    }
  }

  private String name(Path file) {
    return root.relativize(file).toString();
  }
}
