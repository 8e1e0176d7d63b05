package org.upstart4j.embedded.internal;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.upstart4j.jobfile.JobDirectory;

/**
 * Watches a folder of job files, and tells which jobs' files have come, changed or gone. What
 * happens within a moment is told together, so that a file that is written bit by bit is read once.
 */
final class FolderWatch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger("org.upstart4j.embedded");
  private static final long QUIET_MILLIS = 20;
  private static final int MOST_PAUSES = 25;
  private static final String CONF = ".conf";
  private static final String OVERRIDE = ".override";

  /** By what a file is known to be unchanged. */
  private record Stamp(@Nullable Object key, FileTime changed, long size) {}

  private final JobDirectory directory;
  private final Consumer<Set<String>> changed;
  private final Runnable lost;
  private final WatchService service;
  private final Map<WatchKey, Path> folders = new HashMap<>();
  private final Map<Path, Stamp> stamps = new HashMap<>();

  /**
   * Begins to watch.
   *
   * @param changed is told the names of jobs whose files have changed
   * @param lost is told that so much has changed that all must be read anew
   * @throws IOException if the folder cannot be watched
   */
  FolderWatch(JobDirectory directory, Consumer<Set<String>> changed, Runnable lost)
      throws IOException {
    this.directory = directory;
    this.changed = changed;
    this.lost = lost;
    this.service = directory.root().getFileSystem().newWatchService();
    watch(directory.root(), new LinkedHashSet<>());
    Thread thread = new Thread(this::run, "upstart-folder-watch");
    thread.setDaemon(true);
    thread.start();
  }

  private void run() {
    try {
      while (true) {
        Set<String> names = new LinkedHashSet<>();
        WatchKey key = service.take();
        for (int i = 0; key != null && i < MOST_PAUSES; i++) {
          take(key, names);
          key = service.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
        }
        if (key != null) {
          take(key, names);
        }
        if (!names.isEmpty()) {
          changed.accept(names);
        }
      }
    } catch (ClosedWatchServiceException | InterruptedException closed) {
      LOG.debug("The watch of {} has ended", directory.root(), closed);
    }
  }

  private void take(WatchKey key, Set<String> names) {
    Path folder = folders.get(key);
    for (WatchEvent<?> event : key.pollEvents()) {
      if (event.kind() == StandardWatchEventKinds.OVERFLOW) {
        lost.run();
      } else if (folder != null && event.context() instanceof Path name) {
        take(folder.resolve(name), names);
      }
    }
    if (!key.reset()) {
      folders.remove(key);
    }
  }

  private void take(Path path, Set<String> names) {
    if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      watchNew(path, names);
    } else if (isJobFile(path) && hasChanged(path)) {
      names.add(name(path));
    }
  }

  private static boolean isJobFile(Path path) {
    String name = path.toString();
    return name.endsWith(CONF) || name.endsWith(OVERRIDE);
  }

  private String name(Path file) {
    String path = directory.root().relativize(file).toString();
    return path.substring(0, path.lastIndexOf('.'));
  }

  /** A change of a file's rights alone is none. */
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
      LOG.trace("{} has gone", file, gone);
      return null;
    }
  }

  private void watchNew(Path folder, Set<String> names) {
    try {
      watch(folder, names);
    } catch (IOException failure) {
      LOG.warn("Unable to watch {}", folder, failure);
    }
  }

  /**
   * Watches the folder, if its files count, and those below; adds the names of the jobs in them.
   */
  private void watch(Path folder, Set<String> names) throws IOException {
    if (!folder.equals(directory.root()) && JobDirectory.ignores(folder)) {
      return;
    }
    WatchKey key =
        folder.register(
            service,
            StandardWatchEventKinds.ENTRY_CREATE,
            StandardWatchEventKinds.ENTRY_MODIFY,
            StandardWatchEventKinds.ENTRY_DELETE);
    folders.put(key, folder);
    try (var entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
          watch(entry, names);
        } else if (isJobFile(entry) && hasChanged(entry)) {
          names.add(name(entry));
        }
      }
    }
  }

  @Override
  public void close() {
    try {
      service.close();
    } catch (IOException failure) {
      LOG.warn("Unable to end the watch of {}", directory.root(), failure);
    }
  }
}
