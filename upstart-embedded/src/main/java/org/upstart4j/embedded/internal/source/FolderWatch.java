package org.upstart4j.embedded.internal.source;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.upstart4j.embedded.internal.log.LogText;
import org.upstart4j.embedded.internal.thread.DaemonThreads;
import org.upstart4j.jobfile.JobDirectory;

/**
 * Watches a folder of job files, and tells which jobs' files have come, changed or gone. It tells
 * together what happens within a moment, so that a file that is written bit by bit is read once. If
 * more happens than the system can tell, it looks itself for what has changed.
 */
final class FolderWatch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger("org.upstart4j.embedded");
  private static final long QUIET_MILLIS = 20;
  private static final int MOST_PAUSES = 25;

  /** What stays the same as long as a file does. */
  private record Stamp(@Nullable Object key, FileTime changed, long size) {}

  private final Path root;
  private final @Nullable Object rootKey;
  private final Consumer<List<String>> changed;
  private final WatchService service;
  private final Map<WatchKey, Path> folders = new HashMap<>();
  private final Map<Path, Stamp> stamps = new HashMap<>();
  private volatile boolean rootDeleted;

  /**
   * Begins to watch.
   *
   * @param changed is told the names of jobs whose files have changed; until it returns, nothing
   *     more is gathered
   * @throws IOException if the folder cannot be watched
   */
  static FolderWatch start(JobDirectory directory, Consumer<List<String>> changed)
      throws IOException {
    FolderWatch watch = new FolderWatch(directory, changed);
    DaemonThreads.start("upstart-folder-watch", watch::run);
    return watch;
  }

  private FolderWatch(JobDirectory directory, Consumer<List<String>> changed) throws IOException {
    this.root = directory.root();
    this.rootKey = key(root);
    this.changed = changed;
    this.service = root.getFileSystem().newWatchService();
    try {
      watch(root, new LinkedHashSet<>());
    } catch (IOException failure) {
      service.close();
      throw failure;
    }
  }

  private static @Nullable Object key(Path folder) throws IOException {
    return Files.readAttributes(folder, BasicFileAttributes.class).fileKey();
  }

  /** Says whether it still watches the folder that has this path: not if that was made again. */
  boolean isInPlace() {
    try {
      return !rootDeleted && Objects.equals(key(root), rootKey);
    } catch (IOException gone) {
      LOG.debug("{} has gone: {}", LogText.visible(root), LogText.visible(gone));
      return false;
    }
  }

  private void run() {
    while (tellNext()) {
      LOG.trace("{} is still watched", LogText.visible(root));
    }
  }

  /** Tells what happens next; says whether more can come. */
  private boolean tellNext() {
    try {
      tell(next());
      return true;
    } catch (ClosedWatchServiceException | InterruptedException closed) {
      LOG.debug("The watch of {} has ended", LogText.visible(root), closed);
      return false;
    } catch (RuntimeException | OutOfMemoryError failure) {
      LOG.error(
          "{}: Changes may have been missed; reload-configuration reads all again",
          LogText.visible(root),
          failure);
      return true;
    }
  }

  private void tell(Set<Path> files) {
    Set<String> names = new LinkedHashSet<>();
    for (Path file : files) {
      String name = JobFiles.job(root, file);
      if (name != null) {
        names.add(name);
      }
    }
    if (!names.isEmpty()) {
      changed.accept(List.copyOf(names));
    }
  }

  /** Waits until something happens, and then until nothing has happened for a moment. */
  private Set<Path> next() throws InterruptedException {
    Set<Path> files = new LinkedHashSet<>();
    boolean lost = false;
    WatchKey key = service.take();
    for (int i = 0; key != null; i++) {
      lost |= take(key, files);
      key = i < MOST_PAUSES ? service.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS) : null;
    }
    if (lost) {
      lookAround(files);
    }
    return files;
  }

  /** Adds the files that something has happened to; says whether not all of that was told. */
  private boolean take(WatchKey key, Set<Path> files) {
    Path folder = folders.get(key);
    boolean lost = takeEvents(key, folder, files);
    if (!key.reset()) {
      // what came last, as no more can come, would not be told again
      lost |= takeEvents(key, folder, files);
      folders.remove(key);
      if (root.equals(folder)) {
        LOG.warn("{}: Configuration directory deleted", LogText.visible(root));
        rootDeleted = true;
      }
    }
    return lost;
  }

  private boolean takeEvents(WatchKey key, @Nullable Path folder, Set<Path> files) {
    boolean lost = false;
    for (WatchEvent<?> event : key.pollEvents()) {
      if (event.kind() == StandardWatchEventKinds.OVERFLOW) {
        lost = true;
      } else if (folder != null && event.context() instanceof Path name) {
        take(folder.resolve(name), files);
      }
    }
    return lost;
  }

  private void take(Path path, Set<Path> files) {
    if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      watchAll(path, files);
    } else if (!JobFiles.isJobFile(path)) {
      forget(path);
    } else if (hasChanged(path)) {
      files.add(path);
    }
  }

  /** Hears no more of a folder that has been moved away, and of those below, until it is back. */
  private void forget(Path folder) {
    if (folders.containsValue(folder)) {
      for (Map.Entry<WatchKey, Path> known : List.copyOf(folders.entrySet())) {
        if (known.getValue().startsWith(folder)) {
          known.getKey().cancel();
          folders.remove(known.getKey());
        }
      }
      stamps.keySet().removeIf(known -> known.startsWith(folder));
    }
  }

  /** Says whether a file has changed: not if only its rights have. */
  private boolean hasChanged(Path file) {
    Stamp now = stamp(file);
    Stamp before = now == null ? stamps.remove(file) : stamps.put(file, now);
    return now == null || !Objects.equals(before, now);
  }

  private static @Nullable Stamp stamp(Path file) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return new Stamp(attributes.fileKey(), attributes.lastModifiedTime(), attributes.size());
    } catch (IOException gone) {
      LOG.trace("{} has gone: {}", LogText.visible(file), LogText.visible(gone));
      return null;
    }
  }

  /** Adds all files that have come, changed or gone, in the order in which Upstart reads them. */
  private void lookAround(Set<Path> files) {
    Set<Path> found = new HashSet<>(files);
    watchAll(root, found);
    for (Path known : List.copyOf(stamps.keySet())) {
      if (!Files.exists(known) && hasChanged(known)) {
        found.add(known);
      }
    }
    found.removeAll(files);
    found.stream().sorted(JobFiles::inOrder).forEach(files::add);
  }

  private void watchAll(Path folder, Set<Path> files) {
    try {
      watch(folder, files);
    } catch (IOException failure) {
      LOG.warn(
          "{}: Unable to watch directory: {}", LogText.visible(folder), LogText.visible(failure));
    }
  }

  /**
   * Watches the folder, if its files count, and those below; adds the files in them that are new or
   * have changed.
   */
  private void watch(Path folder, Set<Path> files) throws IOException {
    if (!folder.equals(root) && JobDirectory.ignores(folder)) {
      return;
    }
    WatchKey key =
        folder.register(
            service,
            StandardWatchEventKinds.ENTRY_CREATE,
            StandardWatchEventKinds.ENTRY_MODIFY,
            StandardWatchEventKinds.ENTRY_DELETE);
    folders.put(key, folder);
    for (Path entry : entries(folder)) {
      if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
        watchAll(entry, files);
      } else if (JobFiles.isJobFile(entry) && hasChanged(entry)) {
        files.add(entry);
      }
    }
  }

  private static List<Path> entries(Path folder) throws IOException {
    List<Path> entries = new ArrayList<>();
    try (var stream = Files.newDirectoryStream(folder)) {
      stream.forEach(entries::add);
    } catch (DirectoryIteratorException failure) {
      throw failure.getCause();
    }
    return entries;
  }

  @Override
  public void close() {
    try {
      service.close();
    } catch (IOException failure) {
      LOG.warn(
          "Unable to end the watch of {}: {}", LogText.visible(root), LogText.visible(failure));
    }
  }
}
