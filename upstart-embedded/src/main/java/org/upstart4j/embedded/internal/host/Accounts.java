package org.upstart4j.embedded.internal.host;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The users and groups below a root directory: those in its files, and on the machine itself also
 * those that come from elsewhere.
 *
 * @param root the root directory
 */
record Accounts(Root root) {

  /**
   * A user.
   *
   * @param name the name
   * @param number the number
   * @param group the primary group's number
   */
  record User(String name, int number, int group) {}

  Optional<User> user(String name) throws IOException {
    return find("passwd", name, fields -> fields[0].equals(name)).map(Accounts::user);
  }

  Optional<User> user(int number) throws IOException {
    String text = Integer.toUnsignedString(number);
    return find("passwd", text, fields -> fields[2].equals(text)).map(Accounts::user);
  }

  Optional<Integer> group(String name) throws IOException {
    return find("group", name, fields -> fields[0].equals(name))
        .map(fields -> Integer.parseUnsignedInt(fields[2]));
  }

  /** Returns the groups that the files count a user to, his primary one not necessarily. */
  Set<Integer> groupsOf(String user) throws IOException {
    Set<Integer> groups = new TreeSet<>();
    for (String line : lines("group")) {
      String[] fields = line.split(":", -1);
      if (isWhole(fields) && Arrays.asList(fields[3].split(",", -1)).contains(user)) {
        groups.add(Integer.parseUnsignedInt(fields[2]));
      }
    }
    return groups;
  }

  /** Returns the groups that a user has besides, which are in no file. */
  Set<Integer> groupsElsewhereOf(String user) throws IOException {
    return root.isMachine() ? Elsewhere.groupsOf(user) : Set.of();
  }

  private Optional<String[]> find(String database, String key, Predicate<String[]> wanted)
      throws IOException {
    Optional<String[]> found = first(lines(database), wanted);
    return found.isPresent() || !root.isMachine()
        ? found
        : first(Elsewhere.ask(database, key), wanted);
  }

  private static Optional<String[]> first(List<String> lines, Predicate<String[]> wanted) {
    return lines.stream()
        .map(line -> line.split(":", -1))
        .filter(Accounts::isWhole)
        .filter(wanted)
        .findFirst();
  }

  private static boolean isWhole(String[] fields) {
    return fields.length >= 4 && fields[2].matches("[0-9]{1,10}");
  }

  private static User user(String[] fields) {
    return new User(
        fields[0], Integer.parseUnsignedInt(fields[2]), Integer.parseUnsignedInt(fields[3]));
  }

  private List<String> lines(String database) throws IOException {
    Path file = root.resolve(Path.of("/etc", database));
    return SmallFile.lines(root.isMachine() ? file.toRealPath() : file);
  }

  /** Directory services, which the C library asks. */
  private static final class Elsewhere {

    private static final int MOST_SECONDS = 10;
    private static final int MOST_BYTES = 1 << 20;

    static List<String> ask(String database, String key) throws IOException {
      Optional<String> getent = Programs.find("getent");
      if (getent.isEmpty()) {
        return List.of();
      }
      Process process =
          new ProcessBuilder(getent.get(), database, "--", key)
              .redirectError(Redirect.DISCARD)
              .start();
      CompletableFuture<Void> late =
          CompletableFuture.runAsync(
              process::destroyForcibly,
              CompletableFuture.delayedExecutor(MOST_SECONDS, TimeUnit.SECONDS));
      try (InputStream found = process.getInputStream()) {
        process.getOutputStream().close();
        byte[] bytes = found.readNBytes(MOST_BYTES);
        return new String(bytes, StandardCharsets.ISO_8859_1).lines().toList();
      } finally {
        late.cancel(false);
        process.destroyForcibly();
      }
    }

    /** The C library knows groups that are in no file; others have no such database. */
    static Set<Integer> groupsOf(String user) throws IOException {
      Set<Integer> groups = new TreeSet<>();
      for (String line : ask("initgroups", user)) {
        String[] fields = line.strip().split(" +", -1);
        Stream.of(fields)
            .skip(1)
            .filter(field -> field.matches("[0-9]{1,10}"))
            .forEach(field -> groups.add(Integer.parseUnsignedInt(field)));
      }
      return groups;
    }
  }
}
