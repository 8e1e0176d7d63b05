package org.upstart4j.cli.convert;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.upstart4j.cli.command.Failures;

/**
 * Writes files to a folder: all, or none. They are made in a folder of their own there, which
 * nobody else can enter, and get their names when all of them are complete. Whatever fails,
 * everything is then as it was before.
 */
final class AllOrNothing {

  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwxr-xr-x");

  private final Path root;

  /** What takes back all that was done, the last first. */
  private final Deque<Step> undoing = new ArrayDeque<>();

  /** What takes away what is needed for a while only, the last first. */
  private final Deque<Step> leaving = new ArrayDeque<>();

  private interface Step {
    void take() throws IOException;
  }

  /** A file that is complete, and what was in its place, if anything was. */
  private record Prepared(Placement placement, Path file, Path old) {}

  AllOrNothing(Path root) {
    this.root = root;
  }

  /**
   * Writes the files; those that are in the places of others replace them.
   *
   * @throws FileSystemException if not all could be written, and none was
   */
  void write(List<Placement> placements) throws IOException {
    try {
      writeAll(placements);
    } catch (IOException failure) {
      String rest = takeBack();
      throw failure("nothing was written: " + Failures.describe(failure) + rest, failure);
    } catch (RuntimeException failure) {
      takeBack();
      throw failure;
    }
    while (!leaving.isEmpty()) {
      leaving.pop().take();
    }
  }

  /** Stops at what cannot be taken back, and says so: what was replaced is then still there. */
  private String takeBack() {
    try {
      while (!undoing.isEmpty()) {
        undoing.pop().take();
      }
      return "";
    } catch (IOException further) {
      return "; but not all could be taken back ("
          + Failures.describe(further)
          + "), and what was replaced is in its folder .upstart-convert-*";
    }
  }

  private FileSystemException failure(String reason, IOException cause) {
    FileSystemException failure = new FileSystemException(root.toString(), null, reason);
    failure.initCause(cause);
    return failure;
  }

  private void forNow(Step takingAway) {
    undoing.push(takingAway);
    leaving.push(takingAway);
  }

  private void writeAll(List<Placement> placements) throws IOException {
    makeFolder(root);
    Path work = Files.createTempDirectory(root, ".upstart-convert-");
    forNow(() -> Files.delete(work));
    List<Prepared> prepared = new ArrayList<>();
    for (Placement placement : placements) {
      prepared.add(prepare(placement, work, prepared.size()));
    }
    for (Placement placement : placements) {
      makeFoldersAbove(placement.place());
    }
    for (Prepared one : prepared) {
      putInPlace(one);
    }
  }

  private Prepared prepare(Placement placement, Path work, int number) throws IOException {
    Path file = work.resolve("new-" + number);
    Path old = work.resolve("old-" + number);
    forNow(() -> Files.deleteIfExists(file));
    try {
      create(file, placement.file());
    } catch (FileSystemException known) {
      throw known;
    } catch (IOException nameless) {
      throw new FileSystemException(placement.place().toString(), null, nameless.getMessage());
    }
    if (placement.state() == Placement.State.OTHER) {
      forNow(() -> Files.deleteIfExists(old));
      Files.copy(
          placement.place(), old, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
    }
    return new Prepared(placement, file, old);
  }

  private static void create(Path file, NewFile contents) throws IOException {
    FileAttribute<?> mode = PosixFilePermissions.asFileAttribute(contents.mode());
    Set<StandardOpenOption> options =
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (FileChannel channel = FileChannel.open(file, options, mode)) {
      ByteBuffer buffer = ByteBuffer.wrap(contents.bytes());
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
    // the mask of this process does not count, as it is not the one that will read the file
    Files.setPosixFilePermissions(file, contents.mode());
  }

  /** Those above the folder itself are made as this process makes folders. */
  private void makeFolder(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    Path above = folder.toAbsolutePath().getParent();
    if (above != null) {
      makeFolder(above);
    }
    Files.createDirectory(folder);
    undoing.push(() -> Files.delete(folder));
  }

  private void makeFoldersAbove(Path place) throws IOException {
    Path folder = Objects.requireNonNull(place.getParent());
    if (folder.equals(root) || Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    makeFoldersAbove(folder);
    Files.createDirectory(folder);
    undoing.push(() -> Files.delete(folder));
    Files.setPosixFilePermissions(folder, FOLDER);
  }

  private void putInPlace(Prepared prepared) throws IOException {
    Path place = prepared.placement().place();
    requireInside(place);
    if (prepared.placement().state() == Placement.State.OTHER) {
      undoing.push(() -> Files.move(prepared.old(), place, StandardCopyOption.ATOMIC_MOVE));
      Files.move(prepared.file(), place, StandardCopyOption.ATOMIC_MOVE);
    } else {
      Files.move(prepared.file(), place);
      undoing.push(() -> Files.delete(place));
    }
  }

  /** A folder may have become a link since it was looked at. */
  private void requireInside(Path place) throws IOException {
    Path folder = Objects.requireNonNull(place.getParent());
    if (!folder.toRealPath().startsWith(root.toRealPath())) {
      throw new FileSystemException(
          folder.toString(), null, "a symbolic link leads there, out of " + root);
    }
  }
}
