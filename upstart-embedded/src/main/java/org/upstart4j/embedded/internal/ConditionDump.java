package org.upstart4j.embedded.internal;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.upstart4j.event.EventExpression;

/** A condition in the form in which Upstart dumps its own: its nodes in postfix order. */
final class ConditionDump {

  private ConditionDump() {}

  /**
   * Dumps a condition.
   *
   * @param condition the condition
   * @param live what of it has come true; null if nothing can have
   * @param events all events, to which it points by their places
   */
  static JsonArray of(
      EventExpression condition, @Nullable ConditionState live, List<LiveEvent> events) {
    JsonArray nodes = new JsonArray();
    List<List<String>> postfix = condition.postfix();
    for (int i = 0; i < postfix.size(); i++) {
      JsonObject node = node(postfix.get(i), live != null && live.holds(i));
      LiveEvent met = live == null ? null : live.met(i);
      if (met != null) {
        node.addProperty("event", events.indexOf(met));
      }
      nodes.add(node);
    }
    return nodes;
  }

  private static JsonObject node(List<String> element, boolean holds) {
    String first = element.get(0);
    boolean operator = first.startsWith("/");
    JsonObject node = new JsonObject();
    node.addProperty("type", operator ? "EVENT_" + first.substring(1) : "EVENT_MATCH");
    node.addProperty("value", holds ? 1 : 0);
    if (!operator) {
      node.addProperty("name", first);
      if (element.size() > 1) {
        node.add("env", StateDump.strings(element.subList(1, element.size())));
      }
    }
    return node;
  }
}
