package org.upstart4j.jobfile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import org.upstart4j.jobfile.stanza.Fault;
import org.upstart4j.jobfile.version.Feature;
import org.upstart4j.jobfile.version.UpstartVersion;

/**
 * A folder of job files as Upstart reads it: {@code NAME.conf} defines a job, {@code NAME.override}
 * beside it changes it, and a file in a sub-folder has a name such as {@code net/web}. Nothing is
 * kept: every call reads the files again. Safe for use by several threads.
 *
 * <pre>{@code
 * JobDirectory init = JobDirectory.of(Path.of("/etc/init"));
 * init.disable("web");
 * init.explain("web"); // does not start by itself: /etc/init/web.override:1 says manual
 * }</pre>
 *
 * <p>Like Upstart it follows symbolic links to conf files, but since 1.7 not to override files.
 * Links to folders are followed only within the folder itself; nothing is read or written where
 * others lead.
 *
 * <p>A file that cannot be read is a problem of that file, and does not keep the others from being
 * read.
 */
public final class JobDirectory {

  private final FolderFiles files;
  private final FolderEdit edit;
  private final FolderExplanation explanation;

  private JobDirectory(FolderFiles files) {
    this.files = files;
    this.edit = new FolderEdit(files);
    this.explanation = new FolderExplanation(files);
  }

  /**
   * Opens a folder of job files.
   *
   * @param root the folder, usually {@code /etc/init}
   * @return the folder
   * @throws IOException if it is not a folder
   */
  public static JobDirectory of(Path root) throws IOException {
    return of(root, UpstartVersion.NEWEST);
  }

  /**
   * Opens a folder of job files.
   *
   * @param root the folder, usually {@code /etc/init}
   * @param version the Upstart that reads it
   * @return the folder
   * @throws IOException if it is not a folder
   */
  public static JobDirectory of(Path root, UpstartVersion version) throws IOException {
    if (!Files.exists(root)) {
      throw new NoSuchFileException(root.toString());
    }
    if (!Files.isDirectory(root)) {
      throw new NotDirectoryException(root.toString());
    }
    return new JobDirectory(new FolderFiles(root, version));
  }

  /** {@return the folder, as the path that it was opened with} */
  public Path root() {
    return files.root();
  }

  /** {@return the Upstart that reads the folder} */
  public UpstartVersion version() {
    return files.version();
  }

  /**
   * Reads the whole folder as it is now. A file or a folder below that cannot be read does not keep
   * the others from being read.
   *
   * @return what it holds
   * @throws IOException if the folder itself cannot be read
   */
  public JobFolder read() throws IOException {
    return FolderReading.read(root());
  }

  /**
   * Finds the conf and override files of the folder and of those below, except for folders that
   * Upstart passes over, and for override files if the version knows none. A folder below that
   * cannot be read has none; {@link #problems()} names it.
   *
   * @return the paths, sorted
   * @throws IOException if the folder itself cannot be read
   */
  public SortedSet<Path> files() throws IOException {
    return files.all();
  }

  /**
   * Finds the files of the folder and of those below that Upstart never reads because their names
   * end neither in {@code .conf} nor in {@code .override}, and override files if the version knows
   * none. Hidden files and backups are left out.
   *
   * @return the paths, sorted
   * @throws IOException if a folder cannot be read
   */
  public SortedSet<Path> unread() throws IOException {
    return files.unread();
  }

  /**
   * Finds the job files that stand for no job here, because their names are not text in the
   * character set of this process.
   *
   * @return by file one line that names it, and says what to do; sorted
   * @throws IOException if the folder itself cannot be read
   */
  public SortedMap<Path, String> nameless() throws IOException {
    return FolderDiagnosis.nameless(root());
  }

  /**
   * Says whether Upstart passes over a folder, as it does over those of version control, backups
   * and packaging.
   *
   * @param folder a folder below the root
   * @return whether the files in it do not count
   */
  public static boolean ignores(Path folder) {
    return FolderSearch.ignores(folder);
  }

  /**
   * Lists the jobs that have a conf file. A file whose name is not text in the character set of
   * this process stands for no job here; {@link #problems()} names it.
   *
   * @return the names, sorted
   * @throws IOException if the folder itself cannot be read
   */
  public SortedSet<String> jobs() throws IOException {
    return files.jobs();
  }

  /**
   * Says where a job's conf file is or would be.
   *
   * @param job the job's name
   * @return the path
   * @throws IllegalArgumentException if the name leads out of the folder, or is no name of a file
   */
  public Path confPath(String job) {
    return files.confPath(job);
  }

  /**
   * Says where a job's override file is or would be.
   *
   * @param job the job's name
   * @return the path
   * @throws IllegalArgumentException if the name leads out of the folder, or is no name of a file
   */
  public Path overridePath(String job) {
    return files.overridePath(job);
  }

  /**
   * Reads a job's conf file.
   *
   * @param job the job's name
   * @return the file, if there is one; a file in a folder that a link leads out to does not count
   * @throws IOException if it cannot be read
   */
  public Optional<JobFile> conf(String job) throws IOException {
    return files.conf(job);
  }

  /**
   * Reads a job's override file.
   *
   * @param job the job's name
   * @return the file, if there is one and the version reads it: since 1.7 a symbolic link does not
   *     count, and without {@link Feature#OVERRIDE} no file does; nor does one in a folder that a
   *     link leads out to
   * @throws IOException if it cannot be read
   */
  public Optional<JobFile> override(String job) throws IOException {
    return files.override(job);
  }

  /**
   * Says what Upstart makes of a job's files.
   *
   * @param job the job's name
   * @return the definition, or the first problem
   * @throws NoSuchFileException if there is no conf file
   * @throws IOException if a file cannot be read
   */
  public Verdict verdict(String job) throws IOException {
    return files.verdict(job);
  }

  /**
   * Reads a job as Upstart understands it.
   *
   * @param job the job's name
   * @return what its conf file and its override file define
   * @throws NoSuchFileException if there is no conf file
   * @throws JobFileSyntaxException if Upstart rejects one of the files; {@link #verdict} says what
   *     becomes of the job then
   * @throws IOException if a file cannot be read
   */
  public JobDefinition definition(String job) throws IOException {
    return JobDefinition.accepted(job, verdict(job));
  }

  /**
   * Reads all jobs that Upstart would know. A job whose conf file is rejected or cannot be read is
   * left out; an override file that cannot be read changes nothing. {@link #problems()} names them.
   *
   * @return definitions by name, sorted
   * @throws IOException if the folder itself cannot be read
   */
  public NavigableMap<String, JobDefinition> definitions() throws IOException {
    return files.definitions();
  }

  /**
   * Explains why Upstart knows no job of a name, as far as its files tell.
   *
   * @param job the job's name
   * @return which line of which file is why, which file is not read, or which names are near;
   *     nothing if none of these is known
   * @throws IOException if the folder cannot be read
   */
  public Optional<String> explainUnknown(String job) throws IOException {
    return explanation.unknown(job);
  }

  /**
   * Says which line of which file Upstart rejects.
   *
   * @param job the job's name
   * @param verdict what Upstart makes of its files
   * @return for example {@code /etc/init/web.conf:3:1: No stanza is called "respwan"}; nothing if
   *     it accepts them
   */
  public Optional<String> rejection(String job, Verdict verdict) {
    return explanation.rejection(job, verdict);
  }

  /**
   * Finds everything that is wrong with the files, override files without a conf file included.
   * What cannot be read has one problem, {@link Fault#UNREADABLE}: a file, a folder below, a file
   * whose name is not text.
   *
   * @return problems by file; only files that have some, sorted
   * @throws IOException if the folder itself cannot be read
   */
  public NavigableMap<Path, List<Problem>> problems() throws IOException {
    return FolderDiagnosis.problems(files);
  }

  /**
   * Writes a job's conf file as {@link JobFile#write(Path)} does: whole or not at all. To keep
   * changes that somebody else has made meanwhile, use {@link JobFile#write(Path, JobFile)}.
   *
   * @param job the job's name
   * @param conf what the conf file is to hold
   * @return whether anything was written; not if it holds that already
   * @throws IllegalArgumentException if the name leads out of the folder, or is no name of a file
   * @throws IOException if it cannot be written, or if its folder is out of this one, by a link;
   *     the old file is then as it was
   */
  public boolean write(String job, JobFile conf) throws IOException {
    return edit.write(job, conf);
  }

  /**
   * Makes a job start only by hand, as the version knows it: writes {@code manual} into its
   * override file, or into its conf file if override files are not read. A version without {@code
   * manual} gets {@code start on manual} there, an event that nobody emits; a conf file without a
   * {@code start on} then stays as it is.
   *
   * @param job the job's name
   * @return whether anything was written
   * @throws NoSuchFileException if there is no conf file
   * @throws IOException if a file cannot be read or written
   */
  public boolean disable(String job) throws IOException {
    return edit.disable(job);
  }

  /**
   * Says what {@link #disable} would do.
   *
   * @param job the job's name
   * @return the change of the override file, or of the conf file if override files are not read
   * @throws NoSuchFileException if there is no conf file
   * @throws IOException if a file cannot be read
   */
  public JobFileChange disabling(String job) throws IOException {
    return edit.disabling(job);
  }

  /**
   * Says what {@link #enable} would do to the file that {@link #disable} writes.
   *
   * @param job the job's name
   * @return the change of the override file, or of the conf file if override files are not read
   * @throws NoSuchFileException if there is no conf file
   * @throws IOException if a file cannot be read
   */
  public JobFileChange enabling(String job) throws IOException {
    return edit.enabling(job);
  }

  /**
   * Makes such a change, unless somebody else changed the file meanwhile.
   *
   * @param job the job's name
   * @param change what {@link #disabling} or {@link #enabling} returned for it
   * @return whether anything was written or deleted
   * @throws IllegalArgumentException if the change is not of one of this job's files
   * @throws JobFileChangedException if the file holds something else; it is then as it was
   * @throws IOException if it cannot be written
   */
  public boolean apply(String job, JobFileChange change) throws IOException {
    return edit.apply(job, change);
  }

  /**
   * Writes a job's override file, or deletes it, unless somebody else changed it meanwhile.
   *
   * @param job the job's name
   * @param before what it holds: what {@link #override} returned
   * @param after what it is to hold; nothing to delete it
   * @return whether anything was written or deleted
   * @throws JobFileChangedException if it holds something else; it is then as it was
   * @throws java.nio.file.FileAlreadyExistsException if there is one, or a link, and none was
   *     expected
   * @throws IOException if it cannot be written, or if its folder is out of this one, by a link
   */
  public boolean changeOverride(String job, Optional<JobFile> before, Optional<JobFile> after)
      throws IOException {
    return edit.changeOverride(job, before, after);
  }

  /**
   * Makes a job start only by hand: writes {@code manual} into its conf file, or {@code start on
   * manual} if the version does not know that. An override file with a {@code start on} still
   * counts more.
   *
   * @param job the job's name
   * @return whether anything was written
   * @throws NoSuchFileException if there is no conf file
   * @throws IOException if a file cannot be read or written
   */
  public boolean disableInConf(String job) throws IOException {
    return edit.disableInConf(job);
  }

  /**
   * Lets a job start by itself again: takes {@code manual} out of its override file, and if that is
   * empty then, the file away; and out of its conf file. For a version without {@code manual} that
   * is {@code start on manual}. What {@link #disable} wrote goes, to the last byte.
   *
   * @param job the job's name
   * @return the files that were changed
   * @throws NoSuchFileException if there is no conf file
   * @throws IOException if a file cannot be read or written
   */
  public List<Path> enable(String job) throws IOException {
    return edit.enable(job);
  }

  /**
   * Explains whether a job starts by itself, and which line of which file decides that.
   *
   * @param job the job's name
   * @return the decision
   * @throws NoSuchFileException if there is no conf file
   * @throws IOException if a file cannot be read
   */
  public StartDecision explain(String job) throws IOException {
    return explanation.start(job);
  }
}
