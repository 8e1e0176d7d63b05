package org.upstart4j.embedded.internal.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.upstart4j.LogPriority;
import org.upstart4j.embedded.internal.job.Jobs;
import org.upstart4j.embedded.internal.log.EngineLog;
import org.upstart4j.embedded.internal.log.LogText;
import org.upstart4j.embedded.internal.thread.EngineThread;
import org.upstart4j.jobfile.JobDirectory;
import org.upstart4j.jobfile.Verdict;
import org.upstart4j.jobfile.version.UpstartVersion;
import org.upstart4j.spi.HashOrder;

/**
 * Where the jobs come from: files that were given, and a folder, which it watches. A file that was
 * given hides one of the same name in the folder.
 */
public final class JobSource implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger("org.upstart4j.embedded");

  /** How many files the engine reads before it turns to other work. */
  private static final int BATCH = 50;

  private final Map<String, GivenJob> given;
  private final @Nullable JobDirectory folder;
  private final UpstartVersion version;
  private final Jobs jobs;
  private final EngineLog log;
  private final EngineThread thread;
  private final HashOrder<String> files = new HashOrder<>();
  private final Map<String, String> rejected = new TreeMap<>();
  private @Nullable FolderWatch watch;
  private boolean flag;
  private boolean closed;

  /**
   * Makes a source that nothing has been read from yet.
   *
   * @param options say where the files are
   * @param jobs gets what the files say
   * @param log is told what is wrong with them
   * @param thread reads what has changed
   */
  public JobSource(SourceOptions options, Jobs jobs, EngineLog log, EngineThread thread) {
    this.given = options.given();
    this.folder = options.folder().orElse(null);
    this.version = options.version();
    this.jobs = jobs;
    this.log = log;
    this.thread = thread;
  }

  public @Nullable JobDirectory folder() {
    return folder;
  }

  /** Why files were rejected, by their jobs' names. Called on the engine's thread. */
  public Map<String, String> rejected() {
    return new TreeMap<>(rejected);
  }

  /** Tells one reading of all files from the next one, as Upstart's own flag does. */
  public boolean flag() {
    return flag;
  }

  /** Returns the jobs of the conf files that have been read, in Upstart's order of the files. */
  public Collection<String> jobsOfFiles() {
    return files.all();
  }

  /** Reads all jobs again, and watches the folder unless it does. Called on the engine's thread. */
  public void reload() {
    given.keySet().forEach(this::reload);
    if (folder != null) {
      reload(folder);
    }
  }

  private void reload(JobDirectory directory) {
    log.log(LogPriority.INFO, "Loading configuration from " + directory.root());
    flag = !flag;
    List<String> before = List.copyOf(files.all());
    boolean watchIsNew = watch(directory);
    Set<String> names = names(directory, watchIsNew);
    rejected.keySet().retainAll(names);
    names.forEach(this::reloadUnlessGiven);
    before.stream().filter(name -> !names.contains(name)).forEach(name -> gone(directory, name));
  }

  private void gone(JobDirectory directory, String name) {
    log.log(LogPriority.INFO, "Handling deletion of " + directory.confPath(name));
    reloadUnlessGiven(name);
  }

  /** Begins to watch the folder unless it is watched; says whether it has begun. */
  private synchronized boolean watch(JobDirectory directory) {
    if (closed || (watch != null && watch.isInPlace())) {
      return false;
    }
    endWatch();
    try {
      watch = FolderWatch.start(directory, this::changed);
      return true;
    } catch (NoSuchFileException gone) {
      LOG.debug("{} has gone: {}", LogText.visible(directory.root()), LogText.visible(gone));
    } catch (IOException failure) {
      log.log(
          LogPriority.WARN,
          directory.root() + ": Unable to watch configuration directory: " + failure.getMessage());
    }
    return false;
  }

  /**
   * Returns the names in the order in which Upstart reads the jobs. If its watch is new, it reads a
   * job once more when it comes to the override file.
   */
  private Set<String> names(JobDirectory directory, boolean watchIsNew) {
    Set<String> names = new LinkedHashSet<>();
    for (Path file : files(directory)) {
      String name = JobFiles.job(directory.root(), file);
      if (name != null && (!JobFiles.isOverride(file) || (watchIsNew && names.remove(name)))) {
        names.add(name);
      }
    }
    return names;
  }

  private List<Path> files(JobDirectory directory) {
    try {
      return JobFiles.in(directory);
    } catch (NoSuchFileException gone) {
      LOG.debug("{} has gone: {}", LogText.visible(directory.root()), LogText.visible(gone));
    } catch (IOException failure) {
      log.log(
          LogPriority.ERROR,
          directory.root() + ": Unable to load configuration: " + failure.getMessage());
    }
    return List.of();
  }

  /** Reads again what has changed, and returns when that is done. Not for the engine's thread. */
  private void changed(List<String> names) {
    for (int i = 0; i < names.size() && !thread.isClosed(); i += BATCH) {
      List<String> batch = names.subList(i, Math.min(i + BATCH, names.size()));
      try {
        thread.submit(() -> reload(batch)).join();
      } catch (CompletionException failure) {
        LOG.debug("Not all of {} were read", LogText.visible(batch), failure);
      }
    }
  }

  private boolean reload(List<String> names) {
    names.forEach(this::reloadUnlessGiven);
    return true;
  }

  private void reloadUnlessGiven(String name) {
    if (!given.containsKey(name)) {
      reload(name);
    }
  }

  private void reload(String name) {
    rejected.remove(name);
    Verdict verdict = read(name);
    jobs.configure(name, verdict == null ? null : verdict.registered().orElse(null));
    if (verdict instanceof Verdict.Rejected rejection) {
      Optional<String> why = rejection(name, rejection);
      why.ifPresent(known -> rejected.put(name, known));
      log.log(LogPriority.ERROR, why.orElseGet(() -> name + ": " + rejection.problem()));
      if (rejection.inOverride()) {
        jobs.orphan(name);
      }
    }
  }

  private Optional<String> rejection(String name, Verdict.Rejected verdict) {
    if (given.containsKey(name)) {
      return Optional.of(
          name + (verdict.inOverride() ? ".override:" : ".conf:") + verdict.problem());
    }
    return folder == null ? Optional.empty() : folder.rejection(name, verdict);
  }

  private @Nullable Verdict read(String name) {
    try {
      return verdict(name);
    } catch (NoSuchFileException gone) {
      LOG.debug("The file of job {} has gone: {}", LogText.visible(name), LogText.visible(gone));
    } catch (IOException | IllegalArgumentException | OutOfMemoryError failure) {
      log.log(
          LogPriority.ERROR,
          name + ": Error while loading configuration file: " + failure.getMessage());
      rejected.put(name, "its file cannot be read: " + failure.getMessage());
    }
    return null;
  }

  private Verdict verdict(String name) throws IOException {
    GivenJob job = given.get(name);
    if (job != null) {
      return job.verdict(name, version);
    }
    if (folder == null) {
      throw new NoSuchFileException(name);
    }
    String path = folder.confPath(name).toString();
    files.remove(path);
    if (!Files.exists(folder.confPath(name))) {
      throw new NoSuchFileException(path);
    }
    Verdict verdict = folder.verdict(name);
    files.add(path, name);
    return verdict;
  }

  /** Ends the watch. */
  @Override
  public synchronized void close() {
    closed = true;
    endWatch();
  }

  private void endWatch() {
    if (watch != null) {
      watch.close();
      watch = null;
    }
  }
}
