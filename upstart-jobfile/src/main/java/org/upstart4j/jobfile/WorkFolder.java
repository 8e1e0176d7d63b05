package org.upstart4j.jobfile;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A hidden folder in another one, while a file of that one is written. Only this user can enter it,
 * so nobody can read or exchange what is made ready in it, not even the owner of the folder around
 * it. It is also a lock: of all writers to a folder only one has it.
 *
 * <p>All paths lead through the descriptor of the open folder, so they stay in it, and in the one
 * around it, whatever becomes of the names. Where the system has no such paths, the folder around
 * must be one that nobody else can change.
 */
final class WorkFolder implements AutoCloseable {

  /** Upstart passes over names that begin with a dot. */
  static final String NAME = ".upstart4j";

  private static final String LOCK = "lock";
  private static final String OLD = "old";
  private static final String NEW = "new";

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int LONGEST_PAUSE_MILLIS = 5;
  private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
  private static final Path SELF = Path.of("/proc/self");

  private static final Set<PosixFilePermission> OTHERS_MAY =
      PosixFilePermissions.fromString("---rwxrwx");
  private static final Set<PosixFilePermission> OTHERS_MAY_WRITE =
      PosixFilePermissions.fromString("----w--w-");

  /** A process loses its locks of a file when it closes any descriptor of it, so one at a time. */
  private static final ReentrantLock TURN = new ReentrantLock();

  private final Path name;
  private final Path path;
  private final DirectoryStream<Path> open;
  private final boolean keepsOthersOut;
  private final FileChannel lock;

  private WorkFolder(
      Path name, Path path, DirectoryStream<Path> open, boolean keepsOthersOut, FileChannel lock) {
    this.name = name;
    this.path = path;
    this.open = open;
    this.keepsOthersOut = keepsOthersOut;
    this.lock = lock;
  }

  /**
   * Makes the folder; waits for other writers.
   *
   * @param folder the folder around it, as its real path
   * @throws FileSystemException if somebody else does not let go of it, or if it would not be safe
   */
  static WorkFolder in(Path folder) throws IOException {
    return in(folder, PATIENCE);
  }

  static WorkFolder in(Path folder, Duration patience) throws IOException {
    Path name = folder.resolve(NAME);
    long start = System.nanoTime();
    boolean made = false;
    takeTurn(name, patience);
    try {
      Optional<WorkFolder> mine = attempt(name);
      while (mine.isEmpty()) {
        if (System.nanoTime() - start > patience.toNanos()) {
          throw busy(name, patience);
        }
        pause();
        mine = attempt(name);
      }
      made = true;
      return mine.get();
    } finally {
      if (!made) {
        TURN.unlock();
      }
    }
  }

  private static void takeTurn(Path name, Duration patience) throws IOException {
    try {
      if (!TURN.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw busy(name, patience);
      }
    } catch (InterruptedException interrupted) {
      throw interrupted(interrupted);
    }
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(1 + ThreadLocalRandom.current().nextInt(LONGEST_PAUSE_MILLIS));
    } catch (InterruptedException interrupted) {
      throw interrupted(interrupted);
    }
  }

  private static IOException interrupted(InterruptedException cause) {
    Thread.currentThread().interrupt();
    IOException failure = new InterruptedIOException("interrupted; nothing was written");
    failure.initCause(cause);
    return failure;
  }

  private static FileSystemException busy(Path name, Duration patience) {
    return new FileSystemException(
        name.toString(),
        null,
        "somebody else has had it for "
            + patience.toSeconds()
            + " s, so nothing was written. Remove it if nobody is writing there");
  }

  /** Makes the folder, or opens the one that is there; nothing if somebody else has it. */
  private static Optional<WorkFolder> attempt(Path name) throws IOException {
    try {
      Files.createDirectory(name, mode(name, "rwx------"));
    } catch (FileAlreadyExistsException exists) {
      // another writer's, or left by one that was killed
    }
    try {
      return open(name);
    } catch (NoSuchFileException | NotDirectoryException | AccessDeniedException notOurs) {
      return Optional.empty(); // its last user has just removed it, or it is another user's
    }
  }

  private static Optional<WorkFolder> open(Path name) throws IOException {
    Optional<WorkFolder> mine = Optional.empty();
    // the dot at the end: a FIFO of that name would block
    DirectoryStream<Path> open = Files.newDirectoryStream(name.resolve("."));
    try {
      Path path = pinned(open).orElse(name);
      FileChannel lock = isOurs(path, name) ? lock(path) : null;
      if (lock != null) {
        mine = Optional.of(new WorkFolder(name, path, open, keepsOthersOut(path), lock));
      }
    } finally {
      if (mine.isEmpty()) {
        open.close();
      }
    }
    return mine;
  }

  private static FileAttribute<?>[] mode(Path file, String permissions) {
    return isPosix(file)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  static boolean isPosix(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /** The open folder as a path through its descriptor. */
  private static Optional<Path> pinned(DirectoryStream<Path> open) throws IOException {
    if (!(open instanceof SecureDirectoryStream<Path> folder) || !Files.isReadable(DESCRIPTORS)) {
      return Optional.empty();
    }
    Object key =
        folder.getFileAttributeView(BasicFileAttributeView.class).readAttributes().fileKey();
    try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(DESCRIPTORS)) {
      for (Path descriptor : descriptors) {
        if (key.equals(key(descriptor))) {
          return Optional.of(descriptor);
        }
      }
    }
    return Optional.empty();
  }

  private static @Nullable Object key(Path file) {
    try {
      return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    } catch (IOException closed) {
      return null;
    }
  }

  /** Says whether a folder is this user's, and nothing that somebody put in its place. */
  private static boolean isOurs(Path path, Path name) throws IOException {
    if (!isPosix(name)) {
      return true;
    }
    if (path.equals(name)) {
      requireSafe(Objects.requireNonNull(name.getParent()));
    }
    return path.toRealPath().equals(name) && Files.getOwner(path).equals(user(name));
  }

  private static void requireSafe(Path folder) throws IOException {
    PosixFileAttributes attributes = Files.readAttributes(folder, PosixFileAttributes.class);
    if (!attributes.owner().equals(user(folder))
        || !Collections.disjoint(attributes.permissions(), OTHERS_MAY_WRITE)) {
      throw new FileSystemException(
          folder.toString(),
          null,
          "other users may change this folder, and without "
              + DESCRIPTORS
              + " no file in it can be written safely; write it as the folder's owner");
    }
  }

  /** The user of this process. */
  static UserPrincipal user(Path anyFile) throws IOException {
    return Files.exists(SELF)
        ? Files.getOwner(SELF)
        : anyFile
            .getFileSystem()
            .getUserPrincipalLookupService()
            .lookupPrincipalByName(System.getProperty("user.name"));
  }

  /** Says whether the file system keeps others out, as it was told. */
  private static boolean keepsOthersOut(Path path) throws IOException {
    return isPosix(path) && Collections.disjoint(Files.getPosixFilePermissions(path), OTHERS_MAY);
  }

  /**
   * Locks the folder, and removes what a writer left in it that was killed; nothing if another
   * process has it.
   */
  private static @Nullable FileChannel lock(Path folder) throws IOException {
    Path file = folder.resolve(LOCK);
    try {
      Files.createFile(file, mode(file, "rw-------"));
    } catch (FileAlreadyExistsException exists) {
      // another writer's, or left by one that was killed
    }
    List<@Nullable Object> before = identity(file);
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    boolean locked = false;
    try {
      if (channel.tryLock() != null && before.equals(identity(file))) {
        clear(folder);
        locked = true;
      }
    } finally {
      if (!locked) {
        channel.close();
      }
    }
    return locked ? channel : null;
  }

  /** Tells a file from another one, even from one that has its name, or its number, after it. */
  private static List<@Nullable Object> identity(Path file) throws IOException {
    BasicFileAttributes attributes =
        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    return Arrays.asList(attributes.fileKey(), attributes.lastModifiedTime());
  }

  /** Says whether nobody else can enter the folder, so that files may be given away in it. */
  boolean keepsOthersOut() {
    return keepsOthersOut;
  }

  /** Where the old file may be kept for a moment. */
  Path oldFile() {
    return path.resolve(OLD);
  }

  /** Where the new file is made ready. */
  Path newFile() {
    return path.resolve(NEW);
  }

  /** A file of the folder around. */
  Path beside(Path file) {
    Path fileName = Objects.requireNonNull(file.getFileName());
    return path.equals(name) ? name.resolveSibling(fileName) : path.resolve("..").resolve(fileName);
  }

  private static void clear(Path folder) throws IOException {
    Files.deleteIfExists(folder.resolve(NEW));
    Files.deleteIfExists(folder.resolve(OLD));
  }

  /** Removes the folder. What cannot be removed, the next writer removes. */
  @Override
  public void close() throws IOException {
    try (open;
        lock) {
      clear(path);
      Files.deleteIfExists(path.resolve(LOCK));
      Files.deleteIfExists(beside(name));
    } catch (DirectoryNotEmptyException inUse) {
      // the next writer has it already
    } finally {
      TURN.unlock();
    }
  }
}
