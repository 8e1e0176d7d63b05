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
  static List<TreePart> of(Collection<TreeJob> jobs) {
    Growth growth = new Growth(new Edges(jobs));
    List<TreePart> roots = new ArrayList<>();
    growth.edges.roots().keySet().forEach(event -> roots.add(growth.event(event)));
    growth.circles(roots);
    growth.byHand(roots);
    return roots;
  }

  private void byHand(List<TreePart> roots) {
    List<TreePart> idle = new ArrayList<>();
    for (TreeJob job : edges.jobs()) {
      if (job.startOn().isEmpty() && !shownJobs.contains(job.name())) {
        idle.add(job(job, null, null));
      }
    }
    if (!idle.isEmpty()) {
      roots.add(new TreePart(TreePart.About.NONE, "by hand", null, null, false, idle));
    }
  }

  /** What by-hand jobs start is no circle, and stands below them. */
  private void circles(List<TreePart> roots) {
    Set<String> below = belowByHand();
    for (TreeJob job : edges.jobs()) {
      if (job.startOn().isPresent()
          && !shownJobs.contains(job.name())
          && !below.contains(job.name())) {
        roots.add(job(job, null, null));
      }
    }
  }

  private Set<String> belowByHand() {
    Set<String> reached = new HashSet<>();
    List<TreeJob> next = new ArrayList<>();
    edges.jobs().stream().filter(job -> job.startOn().isEmpty()).forEach(next::add);
    while (!next.isEmpty()) {
      TreeJob job = next.remove(next.size() - 1);
      if (reached.add(job.name())) {
        edges.ofJob(job.name()).forEach(edge -> next.add(edge.job()));
        edges
            .emitted(job)
            .forEach(event -> edges.ofEvent(event).forEach(edge -> next.add(edge.job())));
      }
    }
    return reached;
  }

  private TreePart event(String name) {
    Set<Edge> starts = edges.ofEvent(name);
    if (!shownEvents.add(name)) {
      return new TreePart(TreePart.About.EVENT, name, null, null, true, List.of());
    }
    List<TreePart> below = new ArrayList<>();
    starts.forEach(edge -> below.add(job(edge.job(), null, condition(edge.job()))));
    return new TreePart(TreePart.About.EVENT, name, null, null, false, below);
  }

  private TreePart job(TreeJob job, @Nullable String by, @Nullable String condition) {
    Set<Edge> starts = edges.ofJob(job.name());
    List<String> events = edges.emitted(job);
    boolean first = shownJobs.add(job.name());
    boolean cut = !first && !(starts.isEmpty() && events.isEmpty());
    List<TreePart> below = new ArrayList<>();
    if (first) {
      starts.forEach(edge -> below.add(job(edge.job(), edge.by(), condition(edge.job()))));
      events.forEach(event -> below.add(event(event)));
    }
    return new TreePart(TreePart.About.JOB, job.name(), by, condition, cut, below);
  }

  private static @Nullable String condition(TreeJob job) {
    return job.condition().orElse(null);
  }
}
