package org.upstart4j.embedded.internal.host;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.upstart4j.embedded.internal.log.LogText;

/**
 * The logs of an engine's processes. Processes write to them themselves. As in Upstart a log is
 * there as soon as something has been written to it: until then its file has a hidden name in the
 * same folder, which goes when no process is left that could write.
 */
public final class Logs implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger("org.upstart4j.embedded");
  private static final String HIDDEN = ".upstart-";
  private static final long SHORTEST_MILLIS = 5;
  private static final long LONGEST_MILLIS = 250;

  /** How many times as long as a look took it pauses until the next, up to a limit. */
  private static final long REST = 100;

  private static final long LONGEST_REST_MILLIS = 2_000;

  private final Watch watch;
  private final Executor workers;

  /** By the name that they will have. */
  private final Map<Path, Unwritten> unwritten = new HashMap<>();

  private final Set<Path> cleared = new HashSet<>();
  private long millis;
  private boolean awaited;

  /** A log that nothing has been written to. */
  private static final class Unwritten {
    private final Path hidden;
    private final Object key;
    private int users;
    private long copied;

    private Unwritten(Path hidden, Object key) {
      this.hidden = hidden;
      this.key = key;
    }

    /** Appends what is new to a log that somebody else has made meanwhile. */
    private void copy(Path path) throws IOException {
      try (LogFile from = LogFile.open(hidden);
          LogFile to = LogFile.open(path)) {
        if (from.key().equals(key)) {
          copied = from.appendTo(to, copied);
        }
      }
    }
  }

  /**
   * Makes what looks after logs.
   *
   * @param watch says when to look
   * @param workers look
   */
  public Logs(Watch watch, Executor workers) {
    this.watch = watch;
    this.workers = workers;
  }

  /**
   * Opens a log for a process.
   *
   * @return nothing if it cannot be written; the output is lost then, but the job runs
   */
  synchronized Optional<ProcessLog> open(Path path) {
    try {
      show(path);
      Unwritten shared = unwritten.get(path);
      return Optional.of(
          shared == null ? openOrHide(path) : new Log(path, shared, LogFile.open(shared.hidden)));
    } catch (IOException unwritable) {
      LOG.warn("The output for {} is lost: {}", LogText.visible(path), LogText.visible(unwritable));
      return Optional.empty();
    }
  }

  private Log openOrHide(Path path) throws IOException {
    try {
      return new Log(path, null, LogFile.open(path));
    } catch (NoSuchFileException notYet) {
      clear(path.resolveSibling(""));
      long self = ProcessHandle.current().pid();
      Path hidden = path.resolveSibling(HIDDEN + self + "-" + UUID.randomUUID());
      LogFile file = LogFile.create(hidden);
      Unwritten log = new Unwritten(hidden, file.key());
      unwritten.put(path, log);
      millis = SHORTEST_MILLIS;
      await(millis);
      return new Log(path, log, file);
    }
  }

  /** Gives a log its name if something has been written to it. */
  private void show(Path path) {
    Unwritten log = unwritten.get(path);
    if (log == null) {
      return;
    }
    try {
      if (size(log.hidden) > log.copied && !renamed(log.hidden, path)) {
        log.copy(path);
      }
    } catch (NoSuchFileException removed) {
      unwritten.remove(path);
    } catch (IOException unwritable) {
      LOG.debug("Unable to show {}: {}", LogText.visible(path), LogText.visible(unwritable));
    }
  }

  private boolean renamed(Path hidden, Path path) throws IOException {
    try {
      Files.move(hidden, path);
      unwritten.remove(path);
      return true;
    } catch (FileAlreadyExistsException taken) {
      return false;
    }
  }

  private static long size(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS).size();
  }

  private void await(long delay) {
    if (!awaited) {
      awaited = true;
      watch.after(delay, this::lookSoon);
    }
  }

  private void lookSoon() {
    try {
      workers.execute(this::look);
    } catch (RejectedExecutionException closed) {
      // Nobody writes any more.
    }
  }

  private synchronized void look() {
    awaited = false;
    long begin = System.nanoTime();
    Set.copyOf(unwritten.keySet()).forEach(this::show);
    if (!unwritten.isEmpty()) {
      long took = TimeUnit.NANOSECONDS.toMillis(REST * (System.nanoTime() - begin));
      millis = Math.min(millis + millis / 4, LONGEST_MILLIS);
      await(Math.max(millis, Math.min(took, LONGEST_REST_MILLIS)));
    }
  }

  private synchronized void end(Path path, Unwritten log) {
    log.users--;
    show(path);
    if (log.users == 0 && unwritten.remove(path, log)) {
      remove(log.hidden);
    }
  }

  private static void remove(Path hidden) {
    try {
      Files.deleteIfExists(hidden);
    } catch (IOException gone) {
      LOG.debug("Unable to remove {}: {}", LogText.visible(hidden), LogText.visible(gone));
    }
  }

  /** Removes what an engine that was killed has left in a folder. */
  private void clear(Path folder) {
    if (!cleared.add(folder)) {
      return;
    }
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, HIDDEN + "[0-9]*-*")) {
      for (Path hidden : all) {
        String name = hidden.getFileName().toString();
        String pid = name.substring(HIDDEN.length(), name.indexOf('-', HIDDEN.length()));
        if (!Files.exists(Path.of("/proc", pid)) && size(hidden) == 0) {
          Files.delete(hidden);
        }
      }
    } catch (IOException unreadable) {
      LOG.debug("Unable to clear {}: {}", LogText.visible(folder), LogText.visible(unreadable));
    }
  }

  /** Removes the logs that nothing was written to. */
  @Override
  public synchronized void close() {
    Set.copyOf(unwritten.keySet()).forEach(this::show);
    unwritten.values().forEach(log -> remove(log.hidden));
    unwritten.clear();
  }

  /** A log that is open for one process. */
  final class Log implements ProcessLog {

    private final Path path;
    private final @Nullable Unwritten hidden;
    private final LogFile file;

    private Log(Path path, @Nullable Unwritten hidden, LogFile file) {
      this.path = path;
      this.hidden = hidden;
      this.file = file;
      if (hidden != null) {
        hidden.users++;
      }
    }

    @Override
    public Redirect output() {
      return Redirect.appendTo(new File(file.descriptor().toString()));
    }

    /** Closes it here, as the process has it. */
    @Override
    public void handedOver(Process process) {
      file.close();
    }

    /** The process writes no more. */
    @Override
    public void close() {
      file.close();
      if (hidden != null) {
        end(path, hidden);
      }
    }
  }
}
