package org.upstart4j.picture.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.upstart4j.event.EventMatch;
import org.upstart4j.event.Glob;
import org.upstart4j.picture.graph.GraphJob.Condition;
import org.upstart4j.picture.graph.GraphJob.Emits;

/** A graph in the making. */
final class Sketch {

  private final boolean sharesEvents;
  private final Function<String, JobNode> stranger;
  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final List<Edge> edges = new ArrayList<>();

  /** The nodes of events by the events' names. */
  private final Map<String, Set<String>> events = new TreeMap<>();

  /** From which job to which event an edge leads already. */
  private final Set<List<String>> emitted = new HashSet<>();

  /** How many nodes each condition has. */
  private final Map<String, Integer> counts = new HashMap<>();

  private record Open(Part part, String to) {}

  /**
   * Begins with nothing.
   *
   * @param sharesEvents whether each event has one node only
   * @param stranger makes the node of a job that is named only
   */
  Sketch(boolean sharesEvents, Function<String, JobNode> stranger) {
    this.sharesEvents = sharesEvents;
    this.stranger = stranger;
  }

  void job(JobNode node) {
    nodes.put(node.id(), node);
  }

  JobGraph graph() {
    return new JobGraph(List.copyOf(nodes.values()), edges);
  }

  /** Draws what starts or stops a job. */
  void condition(String job, Part whole, Condition condition, boolean stops) {
    String prefix = (stops ? "stop:" : "start:") + job;
    Deque<Open> open = new ArrayDeque<>();
    open.push(new Open(whole, JobNode.idOf(job)));
    while (!open.isEmpty()) {
      Open next = open.pop();
      if (next.part() instanceof Part.OfJob about) {
        edges.add(job(about, condition, next.to(), stops));
      } else if (next.part() instanceof Part.OfEvent event) {
        edges.add(event(prefix, event.match(), condition, next.to(), stops));
      } else {
        Part.Joined joined = (Part.Joined) next.part();
        String id = joint(prefix, joined, condition);
        edges.add(new Edge(id, next.to(), Edge.Kind.CONDITION, stops, "", condition.source()));
        for (int i = joined.parts().size() - 1; i >= 0; i--) {
          open.push(new Open(joined.parts().get(i), id));
        }
      }
    }
  }

  private Edge job(Part.OfJob about, Condition condition, String to, boolean stops) {
    String from = JobNode.idOf(about.job());
    nodes.computeIfAbsent(from, id -> stranger.apply(about.job()));
    return new Edge(from, to, about.kind(), stops, about.text(), condition.source());
  }

  private String joint(String prefix, Part.Joined joined, Condition condition) {
    String id = nextId(prefix);
    nodes.put(id, new JointNode(id, joined.operator(), condition.source()));
    return id;
  }

  private Edge event(
      String prefix, EventMatch match, Condition condition, String to, boolean stops) {
    String id;
    String text = "";
    boolean isPattern = JobOperand.isAboutJobs(match.event());
    if (sharesEvents) {
      id = shared(match.event(), isPattern);
      text = JobOperand.textOf(match);
    } else {
      id = nextId(prefix);
      nodes.put(id, new EventNode(id, match.toString(), false, isPattern, condition.source()));
      events.computeIfAbsent(match.event(), name -> new LinkedHashSet<>()).add(id);
    }
    return new Edge(id, to, Edge.Kind.EVENT, stops, text, condition.source());
  }

  private String nextId(String prefix) {
    return prefix + ":" + counts.merge(prefix, 1, Integer::sum);
  }

  private String shared(String event, boolean isPattern) {
    String id = "event:" + event;
    nodes.putIfAbsent(id, new EventNode(id, event, true, isPattern, Optional.empty()));
    events.put(event, Set.of(id));
    return id;
  }

  /**
   * Draws that a job emits events.
   *
   * @param always whether also those that nothing waits for
   */
  void emits(String job, Emits emits, boolean always) {
    Set<String> waiting = waiting(emits.pattern());
    if (waiting.isEmpty() && always) {
      waiting = Set.of(shared(emits.pattern(), isPattern(emits.pattern())));
    }
    String from = JobNode.idOf(job);
    for (String to : waiting) {
      if (emitted.add(List.of(from, to))) {
        edges.add(new Edge(from, to, Edge.Kind.EMITS, false, "", emits.source()));
      }
    }
  }

  /** The nodes of the events that a pattern matches. */
  private Set<String> waiting(String pattern) {
    if (!isPattern(pattern)) {
      return events.getOrDefault(pattern, Set.of());
    }
    Set<String> waiting = new LinkedHashSet<>();
    events.forEach(
        (event, ids) -> {
          if (Glob.matches(pattern, event)) {
            waiting.addAll(ids);
          }
        });
    return waiting;
  }

  private static boolean isPattern(String event) {
    return event.chars().anyMatch(c -> "*?[\\".indexOf(c) >= 0);
  }
}
