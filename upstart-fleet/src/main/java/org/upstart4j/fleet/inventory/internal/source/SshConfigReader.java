package org.upstart4j.fleet.inventory.internal.source;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.upstart4j.fleet.inventory.internal.model.Groups;
import org.upstart4j.fleet.inventory.internal.text.Blanks;
import org.upstart4j.fleet.inventory.internal.text.Fault;
import org.upstart4j.fleet.inventory.internal.text.Place;
import org.upstart4j.fleet.inventory.internal.text.ShellWords;

/**
 * Reads the names of hosts from OpenSSH's configuration: the words after {@code Host} that are no
 * patterns. All else there is ssh's own matter.
 */
final class SshConfigReader {

  private static final int DEEPEST = 16;
  private static final int MOST_FILES = 1000;

  private static final Pattern HOST =
      Pattern.compile("^[ \\t]*(?:Host|Match)[ \\t]+\"?[^=\\s]", flags());
  private static final Pattern LINE =
      Pattern.compile("(Host|Include)(?:\\s*=\\s*|\\s+)(.*)", flags() | Pattern.DOTALL);
  private static final Pattern SECTION = Pattern.compile("^\\s*\\[", Pattern.MULTILINE);

  private final Groups groups;
  private int files;

  private SshConfigReader(Groups groups) {
    this.groups = groups;
  }

  private static int flags() {
    return Pattern.CASE_INSENSITIVE | Pattern.MULTILINE;
  }

  /** {@return whether a text is such a configuration: no inventory has a line "Host NAME"} */
  static boolean isConfig(String text) {
    return HOST.matcher(text).find() && !SECTION.matcher(text).find();
  }

  /**
   * Adds the hosts that a file names, and those of the files that it includes.
   *
   * @throws Fault if a file can't be read, or they include each other
   */
  static void read(FileText file, Path path, Groups groups) throws Fault {
    new SshConfigReader(groups).read(file, path.toAbsolutePath().resolveSibling("."), 0);
  }

  private void read(FileText file, Path folder, int depth) throws Fault {
    if (depth > DEEPEST || ++files > MOST_FILES) {
      throw new Fault(file.place(), "Include leads to too many files; does one include itself?");
    }
    int line = 0;
    for (String text : Blanks.lines(file.wellFormed())) {
      Place place = file.place().at(++line);
      Matcher matcher = LINE.matcher(Blanks.strip(text));
      if (!matcher.matches()) {
        continue;
      }
      List<String> words = ShellWords.of(matcher.group(2), place);
      if (matcher.group(1).equalsIgnoreCase("Host")) {
        hosts(words, place);
      } else {
        for (String word : words) {
          include(word, folder, place, depth);
        }
      }
    }
  }

  private void hosts(List<String> words, Place place) throws Fault {
    for (String word : words) {
      if (!word.startsWith("!") && word.indexOf('*') < 0 && word.indexOf('?') < 0) {
        groups.addHost(word, groups.ungrouped(), null, place);
      }
    }
  }

  private void include(String word, Path folder, Place place, int depth) throws Fault {
    String home = System.getProperty("user.home", "/");
    try {
      Path named = Path.of(word.startsWith("~/") ? home + word.substring(1) : word);
      for (Path included : matching(folder.resolve(named))) {
        read(FileText.read(included), folder, depth + 1);
      }
    } catch (InvalidPathException | PatternSyntaxException wrong) {
      throw new Fault(place, "Include can't find \"" + word + "\": " + wrong.getMessage());
    } catch (IOException failed) {
      throw new Fault(place, "Include can't read \"" + word + "\": " + failed.getMessage());
    }
  }

  /** Only the last part of a path may be a pattern here. */
  private static List<Path> matching(Path pattern) throws IOException {
    Path name = pattern.getFileName();
    Path parent = pattern.getParent();
    List<Path> found = new ArrayList<>();
    if (name == null || parent == null || !Files.isDirectory(parent)) {
      return found;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(parent, name.toString())) {
      for (Path file : files) {
        if (Files.isRegularFile(file)) {
          found.add(file);
        }
      }
    }
    found.sort(null);
    return found;
  }
}
