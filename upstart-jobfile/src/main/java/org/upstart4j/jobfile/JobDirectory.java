package org.upstart4j.jobfile;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.upstart4j.jobfile.stanza.Dialect;
import org.upstart4j.jobfile.stanza.Fault;
import org.upstart4j.jobfile.stanza.StanzaName;
import org.upstart4j.spi.NearNames;

/**
 * A folder of job files as Upstart reads it: {@code NAME.conf} defines a job, {@code NAME.override}
 * beside it changes it, and a file in a sub-folder has a name such as {@code net/web}. Nothing is
 * kept: every call reads the files anew. Safe for use by several threads.
 *
 * <pre>{@code
 * JobDirectory init = JobDirectory.of(Path.of("/etc/init"));
 * init.disable("web");
 * init.explain("web"); // does not start by itself: /etc/init/web.override:1 says manual
 * }</pre>
 *
 * <p>Like Upstart it follows symbolic links to conf files, but not to override files. Links to
 * folders are followed only within the folder itself; nothing is read or written where others lead.
 *
 * <p>A file that cannot be read is a problem of that file, and does not keep the others from being
 * read.
 */
public final class JobDirectory {

  private static final String CONF = ".conf";
  private static final String OVERRIDE = ".override";

  private final Path root;
  private final Dialect dialect;

  private JobDirectory(Path root, Dialect dialect) {
    this.root = root;
    this.dialect = dialect;
  }

  /**
   * Returns a folder of job files.
   *
   * @param root the folder, usually {@code /etc/init}
   * @return the folder
   * @throws IOException if it is no folder
   */
  public static JobDirectory of(Path root) throws IOException {
    return of(root, Dialect.UPSTART);
  }

  /**
   * Returns a folder of job files.
   *
   * @param root the folder, usually {@code /etc/init}
   * @param dialect whose stanzas are known
   * @return the folder
   * @throws IOException if it is no folder
   */
  public static JobDirectory of(Path root, Dialect dialect) throws IOException {
    if (!Files.exists(root)) {
      throw new NoSuchFileException(root.toString());
    }
    if (!Files.isDirectory(root)) {
      throw new NotDirectoryException(root.toString());
    }
    return new JobDirectory(root, dialect);
  }

  /**
   * Returns the folder.
   *
   * @return the path that it was opened with
   */
  public Path root() {
    return root;
  }

  /**
   * Returns whose stanzas are known.
   *
   * @return the dialect
   */
  public Dialect dialect() {
    return dialect;
  }

  /**
   * Returns the conf and override files of the folder and of those below, except for folders that
   * Upstart passes over. A folder below that cannot be read has none; {@link #problems()} names it.
   *
   * @return the paths, sorted
   * @throws IOException if the folder itself cannot be read
   */
  public SortedSet<Path> files() throws IOException {
    return JobFolders.files(root);
  }

  /**
   * Returns the files of the folder and of those below that Upstart never reads because their names
   * end neither in {@code .conf} nor in {@code .override}. Hidden files and backups are left out.
   *
   * @return the paths, sorted
   * @throws IOException if a folder cannot be read
   */
  public SortedSet<Path> unread() throws IOException {
    return JobFolders.unread(root);
  }

  /**
   * Returns the job files that stand for no job here, because their names are no text in the
   * character set of this process.
   *
   * @return by file one line that names it, and says what to do; sorted
   * @throws IOException if the folder itself cannot be read
   */
  public SortedMap<Path, String> nameless() throws IOException {
    SortedMap<Path, String> nameless = new TreeMap<>();
    for (Path file : files()) {
      if (!JobFolders.hasName(root, file)) {
        nameless.put(file, file + ": " + noText());
      }
    }
    return nameless;
  }

  private static String noText() {
    String encoding = String.valueOf(System.getProperty("sun.jnu.encoding"));
    return "Its name is no text in the character set of this process, "
        + encoding
        + "; rename it"
        + (encoding.equals("UTF-8") ? "" : ", or run with LC_ALL=C.UTF-8");
  }

  /**
   * Says whether Upstart passes over a folder, as it does over those of version control, backups
   * and packaging.
   *
   * @param folder a folder below the root
   * @return whether the files in it do not count
   */
  public static boolean ignores(Path folder) {
    return JobFolders.ignores(folder);
  }

  /**
   * Returns the names of the jobs that have a conf file. A file whose name is no text in the
   * character set of this process stands for no job here; {@link #problems()} names it.
   *
   * @return the names, sorted
   * @throws IOException if the folder itself cannot be read
   */
  public SortedSet<String> jobs() throws IOException {
    SortedSet<String> names = new TreeSet<>();
    for (Path file : files()) {
      if (file.toString().endsWith(CONF) && JobFolders.hasName(root, file)) {
        names.add(JobFolders.name(root, file));
      }
    }
    return names;
  }

  /**
   * Returns where a job's conf file is or would be.
   *
   * @param job the job's name
   * @return the path
   * @throws IllegalArgumentException if the name leads out of the folder, or is no name of a file
   */
  public Path confPath(String job) {
    return path(job, CONF);
  }

  /**
   * Returns where a job's override file is or would be.
   *
   * @param job the job's name
   * @return the path
   * @throws IllegalArgumentException if the name leads out of the folder, or is no name of a file
   */
  public Path overridePath(String job) {
    return path(job, OVERRIDE);
  }

  private Path path(String job, String extension) {
    for (String part : job.split("/", -1)) {
      if (part.isEmpty() || part.equals(".") || part.equals("..") || part.indexOf('\0') >= 0) {
        throw new IllegalArgumentException(
            "Not a name of a job within " + root + ": \"" + job + "\"");
      }
    }
    return root.resolve(job + extension);
  }

  /**
   * Returns a job's conf file.
   *
   * @param job the job's name
   * @return the file, or nothing if there is none; one in a folder that a link leads out to is none
   * @throws IOException if it cannot be read
   */
  public Optional<JobFile> conf(String job) throws IOException {
    Path path = confPath(job);
    return Files.isRegularFile(path) && JobFolders.isWithin(root, path)
        ? Optional.of(JobFile.read(path))
        : Optional.empty();
  }

  /**
   * Returns a job's override file.
   *
   * @param job the job's name
   * @return the file, or nothing if there is none; a symbolic link is none, as for Upstart, nor is
   *     one in a folder that a link leads out to
   * @throws IOException if it cannot be read
   */
  public Optional<JobFile> override(String job) throws IOException {
    Path path = overridePath(job);
    return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) && JobFolders.isWithin(root, path)
        ? Optional.of(JobFile.read(path))
        : Optional.empty();
  }

  /**
   * Returns what Upstart makes of a job's files.
   *
   * @param job the job's name
   * @return the definition, or the first problem
   * @throws NoSuchFileException if there is no conf file
   * @throws IOException if a file cannot be read
   */
  public Verdict verdict(String job) throws IOException {
    return verdict(job, existing(job), override(job));
  }

  private Verdict verdict(String job, JobFile conf, Optional<JobFile> override) {
    return override.isPresent()
        ? JobDefinition.verdict(job, conf, override.get(), dialect)
        : JobDefinition.verdict(job, conf, dialect);
  }

  private JobFile existing(String job) throws IOException {
    return conf(job)
        .orElseThrow(() -> new NoSuchFileException(confPath(job).toString(), null, "no such job"));
  }

  /**
   * Returns all jobs that Upstart would know. A job whose conf file is rejected, or cannot be read,
   * is none; an override file that cannot be read changes nothing. {@link #problems()} names them.
   *
   * @return definitions by name, sorted
   * @throws IOException if the folder itself cannot be read
   */
  public NavigableMap<String, JobDefinition> definitions() throws IOException {
    NavigableMap<String, JobDefinition> definitions = new TreeMap<>();
    for (String job : jobs()) {
      ifReadable(() -> conf(job))
          .map(conf -> verdict(job, conf, ifReadable(() -> override(job))))
          .flatMap(Verdict::registered)
          .ifPresent(definition -> definitions.put(job, definition));
    }
    return definitions;
  }

  private interface Read {
    Optional<JobFile> read() throws IOException;
  }

  private static Optional<JobFile> ifReadable(Read file) {
    try {
      return file.read();
    } catch (IOException itsOwnProblem) {
      return Optional.empty();
    }
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
    Optional<String> rejected = rejection(job);
    if (rejected.isPresent()) {
      return rejected;
    }
    for (Path file : unread()) {
      String name = root.relativize(file).toString();
      if (name.equals(job) || name.startsWith(job + ".")) {
        return Optional.of(file + " is not read, as its name does not end in " + CONF);
      }
    }
    return NearNames.proposal(jobs(), job);
  }

  private Optional<String> rejection(String job) {
    try {
      return rejection(job, verdict(job));
    } catch (IllegalArgumentException | NoSuchFileException none) {
      return Optional.empty();
    } catch (IOException unreadable) {
      return Optional.of(confPath(job) + ": cannot be read: " + unreadable.getMessage());
    }
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
    return verdict instanceof Verdict.Rejected rejected
        ? Optional.of(
            (rejected.inOverride() ? overridePath(job) : confPath(job)) + ":" + rejected.problem())
        : Optional.empty();
  }

  /**
   * Returns everything that is wrong with the files, override files without a conf file included.
   * What cannot be read has one problem, {@link Fault#UNREADABLE}: a file, a folder below, a file
   * whose name is no text.
   *
   * @return problems by file; only files that have some, sorted
   * @throws IOException if the folder itself cannot be read
   */
  public NavigableMap<Path, List<Problem>> problems() throws IOException {
    NavigableMap<Path, List<Problem>> problems = new TreeMap<>();
    JobFolders.unreadable(root)
        .forEach((folder, failure) -> problems.put(folder, List.of(unreadable(failure))));
    for (Path file : files()) {
      List<Problem> found = problems(file);
      if (!found.isEmpty()) {
        problems.put(file, found);
      }
    }
    return problems;
  }

  private List<Problem> problems(Path file) {
    if (!JobFolders.hasName(root, file)) {
      return List.of(Problem.unreadable(noText()));
    }
    try {
      return JobFile.read(file).problems(dialect);
    } catch (NoSuchFileException gone) {
      return List.of();
    } catch (IOException failure) {
      return List.of(unreadable(failure));
    }
  }

  private static Problem unreadable(IOException failure) {
    String reason =
        failure instanceof AccessDeniedException
            ? "permission denied"
            : failure instanceof FileSystemException known && known.getReason() != null
                ? known.getReason()
                : failure.toString();
    return Problem.unreadable("It cannot be read: " + reason);
  }

  /**
   * Makes a job start only by hand: writes {@code manual} into its override file.
   *
   * @param job the job's name
   * @return whether anything was written
   * @throws NoSuchFileException if there is no conf file
   * @throws IOException if a file cannot be read or written
   */
  public boolean disable(String job) throws IOException {
    existing(job);
    Optional<JobFile> before = override(job);
    JobFileBuilder builder = before.map(JobFile::toBuilder).orElseGet(JobFile::builder);
    return changeOverride(job, before, Optional.of(builder.manual().build()));
  }

  /**
   * Writes a job's override file, or deletes it, unless somebody else changed it meanwhile.
   *
   * @param job the job's name
   * @param before what it holds: what {@link #override} returned
   * @param after what it shall hold; nothing to delete it
   * @return whether anything was written or deleted
   * @throws JobFileChangedException if it holds something else; it is then as it was
   * @throws java.nio.file.FileAlreadyExistsException if there is one, or a link, and none was
   *     expected
   * @throws IOException if it cannot be written, or if its folder is out of this one, by a link
   */
  public boolean changeOverride(String job, Optional<JobFile> before, Optional<JobFile> after)
      throws IOException {
    Path path = overridePath(job);
    if (before.equals(after)) {
      return false;
    } else if (after.isEmpty()) {
      AtomicFile.delete(path, before.get().toBytes(), root);
      return true;
    } else if (before.isEmpty()) {
      AtomicFile.create(path, after.get().toBytes(), root);
      return true;
    }
    return AtomicFile.write(path, after.get().toBytes(), before.get().toBytes(), root);
  }

  /**
   * Makes a job start only by hand: writes {@code manual} into its conf file. An override file with
   * a {@code start on} still counts more.
   *
   * @param job the job's name
   * @return whether anything was written
   * @throws NoSuchFileException if there is no conf file
   * @throws IOException if a file cannot be read or written
   */
  public boolean disableInConf(String job) throws IOException {
    JobFile before = existing(job);
    return changeConf(job, before, before.toBuilder().manual().build());
  }

  /**
   * Lets a job start by itself again: takes {@code manual} out of its override file, and if that is
   * empty then, the file away; and out of its conf file.
   *
   * @param job the job's name
   * @return the files that were changed
   * @throws NoSuchFileException if there is no conf file
   * @throws IOException if a file cannot be read or written
   */
  public List<Path> enable(String job) throws IOException {
    JobFile conf = existing(job);
    Optional<JobFile> override = override(job);
    List<Path> changed = new ArrayList<>();
    Optional<JobFile> without =
        override.map(JobDirectory::withoutManual).filter(file -> !file.entries().isEmpty());
    boolean wasEmpty = override.filter(file -> file.entries().isEmpty()).isPresent();
    if (!wasEmpty && changeOverride(job, override, without)) {
      changed.add(overridePath(job));
    }
    if (changeConf(job, conf, withoutManual(conf))) {
      changed.add(confPath(job));
    }
    return changed;
  }

  private static JobFile withoutManual(JobFile file) {
    return file.stanzas(StanzaName.MANUAL).findAny().isPresent()
        ? file.toBuilder().remove(StanzaName.MANUAL.text()).build()
        : file;
  }

  /** Upstart follows a link to a conf file, wherever it leads; but not one to a folder. */
  private boolean changeConf(String job, JobFile before, JobFile after) throws IOException {
    Path path = confPath(job);
    @Nullable Path within = Files.isSymbolicLink(path) ? null : root;
    return AtomicFile.write(path, after.toBytes(), before.toBytes(), within);
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
    JobFile conf = existing(job);
    Optional<JobFile> override = override(job);
    Verdict verdict = verdict(job, conf, override);
    boolean automatic = verdict.registered().flatMap(JobDefinition::startOn).isPresent();
    if (verdict instanceof Verdict.Rejected rejected) {
      Path file = rejected.inOverride() ? overridePath(job) : confPath(job);
      SourceSpan span = rejected.problem().span();
      String what =
          saying(automatic)
              + "Upstart rejects "
              + file
              + ":"
              + span.line()
              + ": "
              + rejected.problem().message();
      return new StartDecision(automatic, Optional.of(file), Optional.of(span), what);
    }
    Deciding deciding = deciding(confPath(job), conf, null);
    if (override.isPresent()) {
      deciding = deciding(overridePath(job), override.get(), deciding);
    }
    return deciding == null
        ? new StartDecision(
            false, Optional.empty(), Optional.empty(), saying(false) + "nothing says so")
        : deciding.explain(automatic);
  }

  private static String saying(boolean automatic) {
    return automatic ? "starts by itself: " : "does not start by itself: ";
  }

  private record Deciding(Path path, JobFile file, Stanza stanza) {
    StartDecision explain(boolean automatic) {
      SourceSpan span = file.span(stanza);
      String text = saying(automatic) + path + ":" + span.line() + " says " + stanza.text().strip();
      return new StartDecision(automatic, Optional.of(path), Optional.of(span), text);
    }
  }

  private static @Nullable Deciding deciding(Path path, JobFile file, @Nullable Deciding before) {
    return file.stanzas()
        .filter(
            stanza ->
                stanza
                    .name()
                    .filter(name -> name == StanzaName.START || name == StanzaName.MANUAL)
                    .isPresent())
        .reduce((first, second) -> second)
        .map(stanza -> new Deciding(path, file, stanza))
        .orElse(before);
  }
}
