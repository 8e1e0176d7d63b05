package org.upstart4j.jobfile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes whole files or nothing: into a new file, which then takes the old one's place. Readers,
 * and Upstart watching the folder, see the old file or the new one.
 *
 * <p>The new file is a copy of the old one with other bytes, so it has its owner, mode, access
 * lists, labels and other attributes. It is made in a {@link WorkFolder}; the old one has a second
 * name there for that time, so that its bytes and its attributes are read from one and the same
 * file.
 */
final class AtomicFile {

  private static final int MOST_LINKS = 40;

  /** The file as its user knows it; for messages. */
  private final Path file;

  private final WorkFolder work;
  private final Path place;

  private AtomicFile(Path file, Path target, WorkFolder work) {
    this.file = file;
    this.work = work;
    this.place = work.beside(target);
  }

  /**
   * Writes a file, through symbolic links; does nothing if it has these bytes already.
   *
   * @param expected what the file must still hold; anything if null
   * @param root the folder that it must be in, or below; any if null
   */
  static boolean write(Path file, byte[] bytes, byte @Nullable [] expected, @Nullable Path root)
      throws IOException {
    Path target = target(file);
    byte[] current = readIfThere(target);
    if (expected != null && !Arrays.equals(current, expected)) {
      throw new JobFileChangedException(file);
    }
    if (Arrays.equals(current, bytes)) {
      return false;
    }
    try (WorkFolder work = work(file, target, root)) {
      AtomicFile atomic = new AtomicFile(file, target, work);
      if (current == null) {
        atomic.createUnlessChanged(bytes);
      } else {
        atomic.replace(current, bytes);
      }
    }
    return true;
  }

  /** Writes a new file; of two that create it at once, one is told that it exists. */
  static void create(Path file, byte[] bytes, @Nullable Path root) throws IOException {
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileAlreadyExistsException(file.toString());
    }
    try (WorkFolder work = work(file, file, root)) {
      new AtomicFile(file, file, work).create(bytes);
    }
  }

  /** Deletes a file, but no symbolic link, and only if it still holds what is expected. */
  static void delete(Path file, byte[] expected, @Nullable Path root) throws IOException {
    try (WorkFolder work = work(file, file, root)) {
      new AtomicFile(file, file, work).delete(expected);
    }
  }

  /** Follows links; but not those that another user has laid to what is not theirs. */
  private static Path target(Path file) throws IOException {
    Path target = file;
    Set<UserPrincipal> owners = new HashSet<>();
    for (int i = 0; Files.isSymbolicLink(target); i++) {
      if (i == MOST_LINKS) {
        throw new FileSystemLoopException(file.toString());
      }
      owners.add(Files.getOwner(target, LinkOption.NOFOLLOW_LINKS));
      target = target.resolveSibling(Files.readSymbolicLink(target));
    }
    if (!owners.isEmpty()) {
      Path folder = target.toAbsolutePath().getParent();
      boolean exists = Files.exists(target, LinkOption.NOFOLLOW_LINKS) || folder == null;
      owners.remove(Files.getOwner(exists ? target : folder));
      owners.remove(WorkFolder.user(target));
      owners.remove(Files.getOwner(target.toAbsolutePath().getRoot()));
    }
    if (!owners.isEmpty()) {
      throw new FileSystemException(
          file.toString(),
          target.toString(),
          "a symbolic link of another user, which leads to what is not theirs, is not followed;"
              + " name the file itself");
    }
    return target;
  }

  private static byte @Nullable [] readIfThere(Path target) throws IOException {
    try {
      if (!attributes(target, BasicFileAttributes.class).isRegularFile()) {
        throw new FileSystemException(target.toString(), null, "not a regular file");
      }
      return read(target, Integer.MAX_VALUE);
    } catch (NoSuchFileException missing) {
      return null;
    }
  }

  /** The folder is looked at once; if it is exchanged after that, there is no work folder. */
  private static WorkFolder work(Path file, Path target, @Nullable Path root) throws IOException {
    try {
      Path folder = Objects.requireNonNull(target.toAbsolutePath().getParent()).toRealPath();
      if (root != null && !folder.startsWith(root.toRealPath())) {
        throw new FileSystemException(
            folder.toString(), null, "a symbolic link leads there, out of " + root);
      }
      return WorkFolder.in(folder);
    } catch (IOException failure) {
      throw about(file, "its folder cannot be written", failure);
    }
  }

  /** The failure, but with the name of the file that somebody wanted to write. */
  private static IOException about(Path file, String what, IOException failure) {
    String name = file.toString();
    IOException named;
    if (failure instanceof AccessDeniedException) {
      named = new AccessDeniedException(name);
    } else if (failure instanceof NoSuchFileException) {
      named = new NoSuchFileException(name, null, "its folder does not exist");
    } else {
      named = new FileSystemException(name, null, what + ": " + failure.getMessage());
    }
    named.initCause(failure);
    return named;
  }

  private void createUnlessChanged(byte[] bytes) throws IOException {
    try {
      create(bytes);
    } catch (FileAlreadyExistsException since) {
      throw new JobFileChangedException(file);
    }
  }

  private void create(byte[] bytes) throws IOException {
    try {
      fill(create(), bytes);
      appear();
      syncFolder();
    } catch (FileAlreadyExistsException exists) {
      throw new FileAlreadyExistsException(file.toString());
    } catch (IOException failure) {
      throw about(file, "it cannot be written", failure);
    }
  }

  /** Gives the new file its name, unless there is one of that name already. */
  private void appear() throws IOException {
    try {
      Files.createLink(place, work.newFile());
    } catch (FileAlreadyExistsException exists) {
      throw exists;
    } catch (FileSystemException | UnsupportedOperationException noLinks) {
      if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
        throw new FileAlreadyExistsException(file.toString());
      }
      Files.move(work.newFile(), place, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private void replace(byte[] current, byte[] bytes) throws IOException {
    Path old = hold();
    check(old, current);
    requireNothingInherited(old);
    fill(old.equals(place) ? createLike(old) : copy(old), bytes);
    check(old, current);
    try {
      Files.move(work.newFile(), place, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failure) {
      throw about(file, "it cannot be replaced", failure);
    }
    syncFolder();
  }

  private void delete(byte[] expected) throws IOException {
    check(hold(), expected);
    Files.delete(place);
    syncFolder();
  }

  /** Holds on to the old file by a second name; its own one, where it cannot have two. */
  private Path hold() throws IOException {
    if (!work.keepsOthersOut()) {
      return place;
    }
    try {
      Files.createLink(work.oldFile(), place);
      return work.oldFile();
    } catch (NoSuchFileException gone) {
      throw new JobFileChangedException(file);
    } catch (FileSystemException | UnsupportedOperationException noLinks) {
      return place;
    }
  }

  /** Makes sure that the file is still the one in its place, and holds what it held. */
  private void check(Path old, byte[] current) throws IOException {
    if (!isHeld(old) || !Arrays.equals(read(old, current.length + 1), current)) {
      throw new JobFileChangedException(file);
    }
  }

  private boolean isHeld(Path old) throws IOException {
    try {
      BasicFileAttributes held = attributes(old, BasicFileAttributes.class);
      Object inPlace = attributes(place, BasicFileAttributes.class).fileKey();
      return held.isRegularFile() && Objects.equals(held.fileKey(), inPlace);
    } catch (NoSuchFileException gone) {
      return false;
    }
  }

  private static <A extends BasicFileAttributes> A attributes(Path file, Class<A> type)
      throws IOException {
    return Files.readAttributes(file, type, LinkOption.NOFOLLOW_LINKS);
  }

  private static byte[] read(Path file, int most) throws IOException {
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return in.readNBytes(most);
    }
  }

  /** A new file with everything of the old one. */
  private FileChannel copy(Path old) throws IOException {
    requireOneName(old, 2);
    Path copy = work.newFile();
    Files.copy(old, copy, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
    requireAlike(old, copy);
    Set<PosixFilePermission> mode = attributes(old, PosixFileAttributes.class).permissions();
    if (mode.contains(PosixFilePermission.OWNER_WRITE)) {
      return FileChannel.open(copy, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
    }
    Set<PosixFilePermission> writable = EnumSet.copyOf(mode);
    writable.add(PosixFilePermission.OWNER_WRITE);
    Files.setPosixFilePermissions(copy, writable);
    try {
      return FileChannel.open(copy, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
    } finally {
      Files.setPosixFilePermissions(copy, mode);
    }
  }

  /** A new file with the mode of the old one; it must come out with the same owner and group. */
  private FileChannel createLike(Path old) throws IOException {
    if (!WorkFolder.isPosix(old)) {
      return create();
    }
    requireOneName(old, 1);
    FileChannel created =
        create(
            PosixFilePermissions.asFileAttribute(
                attributes(old, PosixFileAttributes.class).permissions()));
    boolean alike = false;
    try {
      requireAlike(old, work.newFile());
      alike = true;
      return created;
    } finally {
      if (!alike) {
        created.close();
      }
    }
  }

  private FileChannel create(FileAttribute<?>... attributes) throws IOException {
    return FileChannel.open(
        work.newFile(),
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
        attributes);
  }

  private void requireOneName(Path old, int known) throws IOException {
    if (old.getFileSystem().supportedFileAttributeViews().contains("unix")
        && (int) Files.getAttribute(old, "unix:nlink", LinkOption.NOFOLLOW_LINKS) > known) {
      throw new FileSystemException(
          file.toString(),
          null,
          "it has other names (hard links), which would go on to hold the old text; make it a file"
              + " of its own first: cp -p FILE NEW && mv NEW FILE");
    }
  }

  /**
   * A new file gets the default access list of its folder, which Java can neither see nor remove.
   * It gives nobody more than the rights of the group, so it does no harm where all have those.
   */
  private void requireNothingInherited(Path old) throws IOException {
    if (!WorkFolder.isPosix(old)) {
      return;
    }
    UserPrincipal giver = Files.getOwner(work.beside(Path.of(".")));
    PosixFileAttributes was = attributes(old, PosixFileAttributes.class);
    boolean trusted =
        giver.equals(WorkFolder.user(old))
            || giver.equals(was.owner())
            || giver.equals(Files.getOwner(old.toAbsolutePath().getRoot()));
    if (!trusted && groupMayMore(PosixFilePermissions.toString(was.permissions()))) {
      throw new FileSystemException(
          file.toString(),
          null,
          "its group may do more than others, and "
              + giver
              + ", who owns its folder, could give these rights to more users by a default access"
              + " list; give others the same rights, or the group none, or move it to a folder of"
              + " its owner");
    }
  }

  private static boolean groupMayMore(String mode) {
    return IntStream.range(3, 6).anyMatch(i -> mode.charAt(i) != '-' && mode.charAt(i + 3) == '-');
  }

  private void requireAlike(Path old, Path copy) throws IOException {
    PosixFileAttributes was = attributes(old, PosixFileAttributes.class);
    PosixFileAttributes is = attributes(copy, PosixFileAttributes.class);
    if (!was.owner().equals(is.owner())
        || !was.group().equals(is.group())
        || !was.permissions().equals(is.permissions())) {
      throw new FileSystemException(
          file.toString(),
          null,
          "its owner, group and mode ("
              + was.owner()
              + ":"
              + was.group()
              + " "
              + PosixFilePermissions.toString(was.permissions())
              + ") cannot be kept by this user; write it as its owner or as root");
    }
  }

  private static void fill(FileChannel file, byte[] bytes) throws IOException {
    try (file) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        file.write(buffer);
      }
      file.force(true);
    }
  }

  /** Makes the new name last over a power failure, where the system can do that. */
  private void syncFolder() throws IOException {
    Path folder = Objects.requireNonNull(place.getParent());
    if (Files.isReadable(folder)) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }
}
