package org.upstart4j.simulation.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.upstart4j.simulation.internal.yaml.YamlNode;
import org.upstart4j.simulation.internal.yaml.YamlPlace;
import org.upstart4j.spi.NearNames;

/** The keys of one mapping, all of which are known. */
final class KeyReader {

  private final YamlPlace place;
  private final Map<String, YamlNode> values = new LinkedHashMap<>();

  /**
   * Looks at a mapping.
   *
   * @param what what it describes, in words
   * @param known the keys that there are
   */
  KeyReader(YamlNode node, String what, List<String> known) {
    this.place = node.place();
    if (!(node instanceof YamlNode.Keys keys)) {
      throw ValueReader.fault(node, what + " has keys with values, and this is " + node.kind());
    }
    keys.entries()
        .forEach(
            (key, value) -> {
              if (!known.contains(key.text())) {
                throw ValueReader.fault(key, unknown(key.text(), what, known));
              }
              values.put(key.text(), value);
            });
  }

  private static String unknown(String key, String what, List<String> known) {
    String shown = key.length() > 60 ? key.substring(0, 60) + "..." : key;
    return what
        + " has no key \""
        + shown
        + "\"; "
        + NearNames.proposal(known, key)
            .orElseGet(() -> "its keys are " + String.join(", ", known));
  }

  YamlPlace place() {
    return place;
  }

  Optional<YamlNode> get(String key) {
    return Optional.ofNullable(values.get(key));
  }

  <T> Optional<T> get(String key, BiFunction<YamlNode, String, T> read) {
    return get(key).map(node -> read.apply(node, key));
  }

  /** Says which of some keys are there. */
  List<String> among(List<String> keys) {
    return values.keySet().stream().filter(keys::contains).toList();
  }
}
