package org.upstart4j.simulation.internal.yaml;

import java.util.List;
import java.util.Map;

/** A value, and where it begins. */
public sealed interface YamlNode {

  /** Where the value begins. */
  YamlPlace place();

  /** What it is, in words: {@code a text}. */
  String kind();

  /**
   * A scalar.
   *
   * @param text what it says
   * @param isPlain whether it stands there without quotes
   */
  record Text(YamlPlace place, String text, boolean isPlain) implements YamlNode {

    @Override
    public String kind() {
      return isNothing() ? "nothing" : "a text";
    }

    /** Whether nothing stands there, or a word for nothing. */
    public boolean isNothing() {
      return isPlain && (text.isEmpty() || text.equals("~") || text.equals("null"));
    }
  }

  /**
   * A sequence.
   *
   * @param items its items, in order
   */
  record Items(YamlPlace place, List<YamlNode> items) implements YamlNode {

    @Override
    public String kind() {
      return "a list";
    }
  }

  /**
   * A mapping.
   *
   * @param entries its values by key, in order; no key comes twice
   */
  record Keys(YamlPlace place, Map<Text, YamlNode> entries) implements YamlNode {

    @Override
    public String kind() {
      return "keys with values";
    }
  }
}
