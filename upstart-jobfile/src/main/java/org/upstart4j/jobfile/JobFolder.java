package org.upstart4j.jobfile;

import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a folder of job files holds at one moment. Files are named by their paths within the folder,
 * with a slash between parts: {@code web.conf}, {@code net/web.override}. Immutable.
 *
 * <pre>{@code
 * JobFolder folder = JobDirectory.of(Path.of("/etc/init")).read();
 * JobFolder other = JobFolder.of(Map.of("web.conf", JobFile.parse("exec /usr/sbin/web\n")));
 * }</pre>
 */
public final class JobFolder {

  private static final String CONF = ".conf";
  private static final String OVERRIDE = ".override";

  /** Why Upstart never reads a file. */
  public enum Unread {
    /** Its name ends neither in {@code .conf} nor in {@code .override}. */
    NAME,
    /** It is a symbolic link to an override file. */
    LINK
  }

  private final NavigableMap<String, JobFile> files;
  private final SortedMap<String, Unread> unread;
  private final SortedMap<String, JobFile> unreadTexts;
  private final SortedMap<String, Problem> unreadable;

  private JobFolder(
      Map<String, JobFile> files,
      Map<String, Unread> unread,
      Map<String, JobFile> unreadTexts,
      Map<String, Problem> unreadable) {
    this.files = Collections.unmodifiableNavigableMap(new TreeMap<>(files));
    this.unread = Collections.unmodifiableSortedMap(new TreeMap<>(unread));
    this.unreadTexts = Collections.unmodifiableSortedMap(new TreeMap<>(unreadTexts));
    this.unreadable = Collections.unmodifiableSortedMap(new TreeMap<>(unreadable));
  }

  /**
   * Makes a folder of conf and override files.
   *
   * @param files the files by path within the folder
   * @return the folder
   * @throws IllegalArgumentException if a path ends neither in {@code .conf} nor in {@code
   *     .override}
   */
  public static JobFolder of(Map<String, JobFile> files) {
    for (String path : files.keySet()) {
      if (!path.endsWith(CONF) && !path.endsWith(OVERRIDE)) {
        throw new IllegalArgumentException(
            "A job file ends in .conf or .override, and this one does not: " + path);
      }
    }
    return new JobFolder(files, Map.of(), Map.of(), Map.of());
  }

  /**
   * The same folder with files that Upstart never reads.
   *
   * @param paths the files and why they are not read; none of them counts as a job file
   * @return the folder
   */
  public JobFolder withUnread(Map<String, Unread> paths) {
    return new JobFolder(files, paths, unreadTexts, unreadable);
  }

  /**
   * The same folder with what files hold that Upstart never reads.
   *
   * @param texts the texts by path, of those that are known
   * @return the folder
   */
  public JobFolder withUnreadTexts(Map<String, JobFile> texts) {
    return new JobFolder(files, unread, texts, unreadable);
  }

  /**
   * The same folder with files and folders that could not be read.
   *
   * @param problems by path why
   * @return the folder
   */
  public JobFolder withUnreadable(Map<String, Problem> problems) {
    return new JobFolder(files, unread, unreadTexts, problems);
  }

  /**
   * The same folder with another text for a file.
   *
   * @param path the file's path within the folder
   * @param file what it holds
   * @return the folder
   * @throws IllegalArgumentException if the path ends neither in {@code .conf} nor in {@code
   *     .override}
   */
  public JobFolder with(String path, JobFile file) {
    return with(Map.of(path, file));
  }

  /**
   * The same folder with other texts for some files.
   *
   * @param others the texts by path within the folder
   * @return the folder
   * @throws IllegalArgumentException if a path ends neither in {@code .conf} nor in {@code
   *     .override}
   */
  public JobFolder with(Map<String, JobFile> others) {
    Map<String, JobFile> changed = new TreeMap<>(files);
    changed.putAll(others);
    return new JobFolder(of(changed).files, unread, unreadTexts, unreadable);
  }

  /** {@return the conf and override files by path, sorted} */
  public NavigableMap<String, JobFile> files() {
    return files;
  }

  /** {@return the files that Upstart never reads, and why; sorted by path} */
  public SortedMap<String, Unread> unread() {
    return unread;
  }

  /**
   * {@return what files hold that Upstart never reads, of those that are known: a folder on disk
   * gives the text of each up to 64 KiB; sorted by path}
   */
  public SortedMap<String, JobFile> unreadTexts() {
    return unreadTexts;
  }

  /** {@return the files and folders that could not be read, and why; sorted by path} */
  public SortedMap<String, Problem> unreadable() {
    return unreadable;
  }

  /** {@return the names of the jobs that have a conf file, sorted} */
  public SortedSet<String> jobs() {
    SortedSet<String> jobs = new TreeSet<>();
    for (String path : files.keySet()) {
      if (path.endsWith(CONF)) {
        jobs.add(path.substring(0, path.length() - CONF.length()));
      }
    }
    return jobs;
  }

  /**
   * Finds a job's conf file.
   *
   * @param job the job's name
   * @return the file, if there is one
   */
  public Optional<JobFile> conf(String job) {
    return Optional.ofNullable(files.get(job + CONF));
  }

  /**
   * Finds a job's override file.
   *
   * @param job the job's name
   * @return the file, if there is one
   */
  public Optional<JobFile> override(String job) {
    return Optional.ofNullable(files.get(job + OVERRIDE));
  }
}
