package org.upstart4j.analysis.finding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Iterator;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the page of a rule: a few keys, a text, and two examples in fences. */
final class PageReader {

  private static final String FENCE = "```";

  private final String id;
  private final Iterator<String> lines;
  private final SortedMap<String, String> keys = new TreeMap<>();
  private final StringBuilder text = new StringBuilder();
  private final SortedMap<String, String> wrong = new TreeMap<>();
  private final SortedMap<String, String> right = new TreeMap<>();

  private PageReader(String id, String page) {
    this.id = id;
    this.lines = page.lines().iterator();
  }

  /** Reads the page of a rule. */
  static Explanation read(String id) {
    PageReader reader = new PageReader(id, page(id));
    reader.readKeys();
    reader.readBody();
    return reader.explanation();
  }

  private static String page(String id) {
    try (InputStream in =
        Rule.class.getResourceAsStream("/org/upstart4j/analysis/rule/" + id + ".md")) {
      if (in == null) {
        throw new IllegalStateException("There is no page for the rule " + id);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void readKeys() {
    while (lines.hasNext()) {
      String line = lines.next();
      int colon = line.indexOf(':');
      if (line.isBlank() || colon < 0) {
        return;
      }
      keys.put(line.substring(0, colon), line.substring(colon + 1).strip());
    }
  }

  private void readBody() {
    @Nullable SortedMap<String, String> example = null;
    while (lines.hasNext()) {
      String line = lines.next();
      if (line.equals("## Wrong")) {
        example = wrong;
      } else if (line.equals("## Right")) {
        example = right;
      } else if (example == null) {
        text.append(line).append('\n');
      } else if (line.startsWith(FENCE)) {
        example.put(line.substring(FENCE.length()).strip(), fenced());
      }
    }
  }

  private String fenced() {
    StringBuilder file = new StringBuilder();
    while (lines.hasNext()) {
      String line = lines.next();
      if (line.equals(FENCE)) {
        return file.toString();
      }
      file.append(line).append('\n');
    }
    throw new IllegalStateException("A fence in the page of " + id + " is not closed");
  }

  private Explanation explanation() {
    return new Explanation(
        key("for"),
        key("since"),
        Explanation.FixKind.valueOf(key("fix").toUpperCase(Locale.ROOT)),
        text.toString().strip(),
        Collections.unmodifiableSortedMap(wrong),
        Collections.unmodifiableSortedMap(right));
  }

  private String key(String name) {
    String value = keys.get(name);
    if (value == null) {
      throw new IllegalStateException("The page of %s has no \"%s\"".formatted(id, name));
    }
    return value;
  }
}
