package org.upstart4j.fleet.inventory.internal.source;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.upstart4j.fleet.inventory.internal.text.CodePoints;
import org.upstart4j.fleet.inventory.internal.text.Fault;
import org.upstart4j.fleet.inventory.internal.text.Place;

/** A folder whose links may not lead out of another one, its root. */
record Folder(Path path, Path root, int depth) {

  private static final int DEEPEST = 20;

  /**
   * {@return a folder that is its own root}
   *
   * @throws Fault if it can't be read
   */
  static Folder root(Path path) throws Fault {
    try {
      return new Folder(path, path.toRealPath(), 0);
    } catch (IOException failed) {
      throw unreadable(path, failed);
    }
  }

  /**
   * {@return a folder within this one}
   *
   * @throws Fault if it is a link out of the root, or too deep
   */
  Folder within(String name) throws Fault {
    if (depth == DEEPEST) {
      throw new Fault(
          Place.of(path.toString()),
          "folders are more than " + DEEPEST + " deep here; does a link lead back?");
    }
    return new Folder(checked(name), root, depth + 1);
  }

  /** {@return what is in it, by name, in the order of code points} */
  Map<String, Path> entries() throws Fault {
    Map<String, Path> entries = new TreeMap<>(CodePoints.ORDER);
    try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
      for (Path file : files) {
        entries.put(String.valueOf(file.getFileName()), file);
      }
    } catch (IOException | DirectoryIteratorException failed) {
      throw unreadable(path, failed);
    }
    return entries;
  }

  /**
   * {@return a file or folder in it}
   *
   * @throws Fault if it is a link out of the root
   */
  Path checked(String name) throws Fault {
    Path file = path.resolve(name);
    try {
      if (!file.toRealPath().startsWith(root)) {
        throw new Fault(
            Place.of(file.toString()),
            "this leads out of the folder of the inventory, "
                + root
                + ", and is not read; put a copy of it there");
      }
    } catch (IOException failed) {
      throw unreadable(file, failed);
    }
    return file;
  }

  private static Fault unreadable(Path path, Exception failed) {
    return new Fault(Place.of(path.toString()), "the folder can't be read: " + failed.getMessage());
  }
}
