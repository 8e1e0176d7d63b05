package org.upstart4j.cli.convert;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.upstart4j.cli.command.Inputs;
import org.upstart4j.cli.terminal.Visible;

/** The folder that files are to be written to, and what stands in their way there. */
final class OutputFolder {

  private final Path root;
  private final boolean replaces;
  private final List<Placement> placements = new ArrayList<>();
  private final List<String> obstacles = new ArrayList<>();

  /**
   * Looks at a folder, and writes nothing.
   *
   * @param root the folder; it need not be there
   * @param files what is to be written
   * @param replaces whether other files of the same names give way
   */
  OutputFolder(Path root, List<NewFile> files, boolean replaces) throws IOException {
    this.root = root;
    this.replaces = replaces;
    if (Files.exists(root) && !Files.isDirectory(root)) {
      refuse(root, "is no folder");
      return;
    }
    for (NewFile file : files) {
      place(file);
    }
  }

  /** Why the files cannot be written, a line each; none if they can. */
  List<String> obstacles() {
    return obstacles;
  }

  /** Whether nothing is in the way but other files of the same names. */
  boolean isOnlyInUse() {
    return placements.stream()
            .filter(placement -> placement.state() == Placement.State.OTHER)
            .count()
        == obstacles.size();
  }

  /** How many of the files are there already, to the last byte. */
  int unchanged() {
    return (int) placements.stream().filter(placement -> placement.state().isDone()).count();
  }

  /** How many files are to be written. */
  int changed() {
    return placements.size() - unchanged();
  }

  /** Writes all files, or none. */
  void write() throws IOException {
    List<Placement> open =
        placements.stream().filter(placement -> !placement.state().isDone()).toList();
    if (!open.isEmpty()) {
      new AllOrNothing(root).write(open);
    }
  }

  private void refuse(Path path, String why) {
    obstacles.add(Visible.text(path.toString()) + ": " + why);
  }

  private void place(NewFile file) throws IOException {
    if (!file.isInside()) {
      refuse(root, "the path of a file leads out of it: " + Visible.text(file.path()));
      return;
    }
    Path place = root.resolve(Inputs.path(file.path()));
    Optional<Path> closed = closedFolder(place);
    if (closed.isPresent()) {
      boolean isLink = Files.isSymbolicLink(closed.get());
      refuse(
          closed.get(),
          isLink ? "is a symbolic link, and nothing is written through it" : "is no folder");
      return;
    }
    Placement.State state = state(place, file);
    if (state == Placement.State.NO_FILE) {
      refuse(place, "is no file");
    } else if (state == Placement.State.OTHER && !replaces) {
      refuse(place, "exists already");
    }
    placements.add(new Placement(file, place, state));
  }

  /** The first thing between the folder and a place in it that is there and no folder. */
  private Optional<Path> closedFolder(Path place) {
    @Nullable Path closed = null;
    for (Path above = place.getParent();
        above != null && !above.equals(root);
        above = above.getParent()) {
      if (Files.exists(above, LinkOption.NOFOLLOW_LINKS)
          && !Files.isDirectory(above, LinkOption.NOFOLLOW_LINKS)) {
        closed = above;
      }
    }
    return Optional.ofNullable(closed);
  }

  private static Placement.State state(Path place, NewFile file) throws IOException {
    try {
      BasicFileAttributes there =
          Files.readAttributes(place, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (there.isSymbolicLink()) {
        return Placement.State.OTHER;
      } else if (!there.isRegularFile()) {
        return Placement.State.NO_FILE;
      }
      return there.size() == file.bytes().length
              && Arrays.equals(Files.readAllBytes(place), file.bytes())
          ? Placement.State.SAME
          : Placement.State.OTHER;
    } catch (NoSuchFileException none) {
      return Placement.State.NEW;
    }
  }
}
