package org.upstart4j.it.ssh;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a login finds at the other end of a {@link TestedSshd}.
 *
 * @param shell the user's shell
 * @param programs what the path leads to, by name; everything else is hidden
 * @param home texts of files in the user's home, by name
 * @param settings more lines for sshd's configuration
 */
public record FarEnd(
    Path shell, Map<String, Path> programs, Map<String, String> home, List<String> settings) {

  /** What the path holds of the machine besides a bridge's program. */
  private static final List<String> BASIC = List.of("sh", "id", "env");

  /** Returns one with a shell and no program for a bridge. */
  public static FarEnd bare() {
    FarEnd empty = new FarEnd(program("bash"), Map.of(), Map.of(), List.of());
    for (String name : BASIC) {
      empty = empty.with(name, program(name));
    }
    return empty;
  }

  /** Returns one that has a program of this machine; the test is skipped if that is missing. */
  public static FarEnd with(String name) {
    return bare().with(name, program(name));
  }

  /** Returns a program of this machine; the test is skipped if it is missing. */
  public static Path program(String name) {
    Path found =
        Stream.of("/usr/bin", "/bin", "/usr/sbin", "/usr/local/bin")
            .map(folder -> Path.of(folder, name))
            .filter(Files::isExecutable)
            .findFirst()
            .orElse(Path.of(name));
    assumeTrue(found.isAbsolute(), () -> "skipped: there is no " + name + " here");
    return found;
  }

  /** Returns the same with one more program. */
  public FarEnd with(String name, Path program) {
    Map<String, Path> more = new LinkedHashMap<>(programs);
    more.put(name, program);
    return new FarEnd(shell, more, home, settings);
  }

  /** Returns the same with another shell of this machine; the test is skipped if it is missing. */
  public FarEnd shell(String name) {
    return new FarEnd(program(name), programs, home, settings);
  }

  /** Returns the same with one more file in the user's home. */
  public FarEnd file(String name, String text) {
    Map<String, String> more = new LinkedHashMap<>(home);
    more.put(name, text);
    return new FarEnd(shell, programs, more, settings);
  }

  /** Returns the same with one more line in sshd's configuration. */
  public FarEnd setting(String line) {
    List<String> more = new ArrayList<>(settings);
    more.add(line);
    return new FarEnd(shell, programs, home, more);
  }
}
