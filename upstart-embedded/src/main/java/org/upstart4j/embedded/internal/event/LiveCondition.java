package org.upstart4j.embedded.internal.event;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.upstart4j.embedded.internal.event.Condition.Node;
import org.upstart4j.embedded.internal.variable.Imports;
import org.upstart4j.embedded.internal.variable.Variables;
import org.upstart4j.jobfile.internal.match.Operand;

/**
 * What has come true of a condition. An operand that has met its event holds on to it: the event
 * stays blocked until the state is reset.
 */
public final class LiveCondition {

  private final Condition condition;
  private final BitSet values;
  private final @Nullable LiveEvent[] met;

  public LiveCondition(Condition condition) {
    this.condition = condition;
    this.values = new BitSet();
    this.met = new LiveEvent[condition.nodes().size()];
  }

  public Condition condition() {
    return condition;
  }

  public boolean holds() {
    return values.get(condition.nodes().size() - 1);
  }

  /** Says whether one of its nodes holds. */
  public boolean holds(int node) {
    return values.get(node);
  }

  /** Returns the event that one of its nodes has met. */
  public @Nullable LiveEvent met(int node) {
    return met[node];
  }

  /** Lets an event come true; returns whether an operand has met it. */
  public boolean handle(LiveEvent event, List<String> expansion) {
    boolean matched = false;
    List<Node> nodes = condition.nodes();
    for (int i = 0; i < nodes.size(); i++) {
      Operand operand = nodes.get(i).operand();
      if (operand != null && !values.get(i) && operand.matches(event, expansion)) {
        values.set(i);
        met[i] = event;
        event.block();
        matched = true;
      }
    }
    if (matched) {
      update();
    }
    return matched;
  }

  private void update() {
    List<Node> nodes = condition.nodes();
    for (int i = 0; i < nodes.size(); i++) {
      Node node = nodes.get(i);
      if (node.operand() == null) {
        boolean left = values.get(node.left());
        boolean right = values.get(node.right());
        values.set(i, node.and() ? left && right : left || right);
      }
    }
  }

  /** The events that its operands have met, from left to right. */
  public List<LiveEvent> met() {
    List<LiveEvent> events = new ArrayList<>();
    for (LiveEvent event : met) {
      if (event != null) {
        events.add(event);
      }
    }
    return events;
  }

  /** Forgets all, and lets go of the events. */
  public void reset() {
    values.clear();
    release();
  }

  /** Lets go of the events. */
  public void release() {
    for (int i = 0; i < met.length; i++) {
      LiveEvent event = met[i];
      if (event != null) {
        met[i] = null;
        event.unblock();
      }
    }
  }

  /** The events that made it come true, from left to right: not those of a branch that is false. */
  public List<LiveEvent> events() {
    List<Node> nodes = condition.nodes();
    BitSet active = new BitSet();
    active.set(nodes.size() - 1, holds());
    for (int i = nodes.size() - 1; i >= 0; i--) {
      Node node = nodes.get(i);
      if (node.operand() == null && active.get(i)) {
        active.set(node.left(), values.get(node.left()));
        active.set(node.right(), values.get(node.right()));
      }
    }
    List<LiveEvent> events = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      LiveEvent event = met[i];
      if (event != null && active.get(i)) {
        events.add(event);
      }
    }
    return events;
  }

  /** The variables of those events that reach the job, and their names in one more variable. */
  public void addVariables(Variables variables, String namesVariable, Imports imports) {
    List<String> names = new ArrayList<>();
    for (LiveEvent event : events()) {
      variables.addAll(imports.ofEvent(event.variables()));
      names.add(event.name());
    }
    variables.set(namesVariable, String.join(" ", names));
  }
}
