package org.upstart4j.cli.tree;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.upstart4j.cli.tree.Edges.Edge;

/** Makes a tree of what starts what. Each job's part stands in it in full once, so it ends. */
final class Growth {

  private final Edges edges;
  private final Set<String> shownJobs = new HashSet<>();
  private final Set<String> shownEvents = new HashSet<>();

  private Growth(Edges edges) {
    this.edges = edges;
  }

  /**
   * The events from elsewhere first, then what only starts in circles, then what nothing starts.
   */
  static List<Node> of(Collection<Known> jobs) {
    Growth growth = new Growth(new Edges(jobs));
    List<Node> roots = new ArrayList<>();
    growth.edges.roots().keySet().forEach(event -> roots.add(growth.event(event)));
    growth.circles(roots);
    growth.byHand(roots);
    return roots;
  }

  private void byHand(List<Node> roots) {
    List<Node> idle = new ArrayList<>();
    for (Known job : edges.jobs()) {
      if (job.startOn().isEmpty() && !shownJobs.contains(job.name())) {
        idle.add(job(job, null, null));
      }
    }
    if (!idle.isEmpty()) {
      roots.add(new Node(Node.Kind.NONE, "by hand", null, null, false, idle));
    }
  }

  /** What by-hand jobs start is no circle, and stands below them. */
  private void circles(List<Node> roots) {
    Set<String> below = belowByHand();
    for (Known job : edges.jobs()) {
      if (job.startOn().isPresent()
          && !shownJobs.contains(job.name())
          && !below.contains(job.name())) {
        roots.add(job(job, null, null));
      }
    }
  }

  private Set<String> belowByHand() {
    Set<String> reached = new HashSet<>();
    List<Known> next = new ArrayList<>();
    edges.jobs().stream().filter(job -> job.startOn().isEmpty()).forEach(next::add);
    while (!next.isEmpty()) {
      Known job = next.remove(next.size() - 1);
      if (reached.add(job.name())) {
        edges.ofJob(job.name()).forEach(edge -> next.add(edge.job()));
        edges
            .emitted(job)
            .forEach(event -> edges.ofEvent(event).forEach(edge -> next.add(edge.job())));
      }
    }
    return reached;
  }

  private Node event(String name) {
    Set<Edge> starts = edges.ofEvent(name);
    if (!shownEvents.add(name)) {
      return new Node(Node.Kind.EVENT, name, null, null, true, List.of());
    }
    List<Node> below = new ArrayList<>();
    starts.forEach(edge -> below.add(job(edge.job(), null, condition(edge.job()))));
    return new Node(Node.Kind.EVENT, name, null, null, false, below);
  }

  private Node job(Known job, @Nullable String by, @Nullable String condition) {
    Set<Edge> starts = edges.ofJob(job.name());
    List<String> events = edges.emitted(job);
    boolean first = shownJobs.add(job.name());
    boolean cut = !first && !(starts.isEmpty() && events.isEmpty());
    List<Node> below = new ArrayList<>();
    if (first) {
      starts.forEach(edge -> below.add(job(edge.job(), edge.by(), condition(edge.job()))));
      events.forEach(event -> below.add(event(event)));
    }
    return new Node(Node.Kind.JOB, job.name(), by, condition, cut, below);
  }

  private static @Nullable String condition(Known job) {
    return job.condition().orElse(null);
  }
}
