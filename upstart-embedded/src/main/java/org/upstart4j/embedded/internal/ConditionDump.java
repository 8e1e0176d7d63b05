package org.upstart4j.embedded.internal;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.upstart4j.event.EventExpression;

/** Writes a condition as Upstart dumps its own: its nodes in postfix order. */
final class ConditionDump {

  private ConditionDump() {}

  /**
   * Writes a condition, if there is one.
   *
   * @param live what of it has come true; null if nothing can have
   */
  static void write(
      StateDump dump,
      String name,
      Optional<EventExpression> condition,
      @Nullable ConditionState live)
      throws IOException {
    if (condition.isEmpty()) {
      return;
    }
    List<List<String>> nodes = condition.get().postfix();
    dump.json().name(name).beginArray();
    for (int i = 0; i < nodes.size(); i++) {
      dump.json().beginObject();
      write(dump, nodes.get(i), live != null && live.holds(i));
      LiveEvent met = live == null ? null : live.met(i);
      if (met != null) {
        dump.place("event", met);
      }
      dump.json().endObject();
    }
    dump.json().endArray();
  }

  private static void write(StateDump dump, List<String> node, boolean holds) throws IOException {
    JsonWriter json = dump.json();
    String first = node.get(0);
    boolean operator = first.startsWith("/");
    json.name("type").value(operator ? "EVENT_" + first.substring(1) : "EVENT_MATCH");
    dump.flag("value", holds);
    if (!operator) {
      json.name("name").value(first);
      if (node.size() > 1) {
        dump.texts("env", node.subList(1, node.size()));
      }
    }
  }
}
