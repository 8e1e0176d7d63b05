package org.upstart4j.cli.check;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.upstart4j.cli.command.Misuse;

/**
 * A file of settings: lines {@code key = value}, empty lines, and comments that begin with a hash.
 *
 * @param path where it is
 * @param settings what it says, in order
 */
record ConfigFile(Path path, List<Setting> settings) {

  /** What the file is called where it is looked for. */
  static final String NAME = ".upstart-check";

  private static final List<String> KEYS =
      List.of("for", "fail-on", "init-d", "baseline", "platform-file");
  private static final String RULE = "rule.";
  private static final long LONGEST = 1 << 20;

  /** A line of the file. */
  record Setting(int line, String key, String value) {}

  ConfigFile {
    settings = List.copyOf(settings);
  }

  /** No file. */
  static final ConfigFile NONE = new ConfigFile(Path.of(""), List.of());

  /**
   * Reads a file.
   *
   * @throws Misuse if it cannot be read, or has a line that makes no sense
   */
  static ConfigFile read(Path path) {
    List<Setting> settings = new ArrayList<>();
    int number = 0;
    for (String line : lines(path)) {
      number++;
      String text = line.strip();
      if (!text.isEmpty() && !text.startsWith("#")) {
        settings.add(setting(path, number, text));
      }
    }
    return new ConfigFile(path, settings);
  }

  private static List<String> lines(Path path) {
    try {
      if (Files.size(path) > LONGEST) {
        throw new Misuse(path + ": too long for settings");
      }
      return Files.readAllLines(path);
    } catch (CharacterCodingException noText) {
      throw new Misuse(path + ": no text in UTF-8");
    } catch (IOException failure) {
      throw Unreadable.misuse(failure);
    }
  }

  private static Setting setting(Path path, int number, String text) {
    int equals = text.indexOf('=');
    if (equals < 0) {
      throw new Misuse(path + ":" + number + ": \"" + text + "\" is not of the form key = value");
    }
    String key = text.substring(0, equals).strip();
    String value = text.substring(equals + 1).strip();
    if (!KEYS.contains(key) && !key.startsWith(RULE)) {
      String message = path + ":" + number + ": there is no setting \"" + key + "\"";
      Misuse near = Misuse.near(message, key, KEYS);
      throw near.proposal().isPresent()
          ? near
          : new Misuse(message + "; there are " + String.join(", ", KEYS) + " and rule.NAME");
    } else if (value.isEmpty()) {
      throw new Misuse(path + ":" + number + ": \"" + key + "\" has no value");
    }
    return new Setting(number, key, value);
  }

  /** The settings of a key. */
  List<Setting> all(String key) {
    return settings.stream().filter(setting -> setting.key().equals(key)).toList();
  }

  /** The settings of rules, with the rules' names as their keys. */
  List<Setting> rules() {
    return settings.stream()
        .filter(setting -> setting.key().startsWith(RULE))
        .map(
            setting ->
                new Setting(
                    setting.line(), setting.key().substring(RULE.length()), setting.value()))
        .toList();
  }

  /** The last setting of a key, which counts. */
  Optional<Setting> last(String key) {
    List<Setting> all = all(key);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  /** Where a line is, for complaints. */
  String place(Setting setting) {
    return path + ":" + setting.line() + ": ";
  }

  /** A path that a line names, which is seen from the file's own folder. */
  Path resolve(Setting setting) {
    return path.resolveSibling(setting.value());
  }
}
