package org.upstart4j.cli.tree;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.upstart4j.cli.tree.TreePart.Kind;
import org.upstart4j.event.EventMatch;

/**
 * All trees: {@code startup} first, then other events from elsewhere and what only starts in
 * circles, those with the most jobs below first; last what is only started by hand.
 */
final class Forest {

  private final Links links;
  private final Places places;
  private final Map<Object, Integer> sizes = new HashMap<>();

  private Forest(Links links) {
    this.links = links;
    this.places = new Places(links, Scope.all(links));
    breakCircles();
    links.jobs().forEach(job -> sizes.merge(rootOf(job), 1, Integer::sum));
  }

  static List<TreePart> of(Links links) {
    return new Forest(links).trees();
  }

  private List<TreePart> trees() {
    Growth growth = new Growth(links, places);
    List<TreePart> trees = new ArrayList<>();
    List<TreePart> byHand = new ArrayList<>();
    for (Object root : roots()) {
      if (root instanceof EventMatch event) {
        trees.add(growth.event(event));
      } else {
        TreeJob job = links.job((String) root).orElseThrow();
        (job.startOn().isEmpty() ? byHand : trees).add(growth.job(job));
      }
    }
    if (!byHand.isEmpty()) {
      trees.add(TreePart.of(Kind.BY_HAND, byHand));
    }
    return trees;
  }

  /** Events, and the names of jobs. */
  private List<Object> roots() {
    List<Object> roots = new ArrayList<>();
    links.operands().stream().filter(one -> links.sources(one).isEmpty()).forEach(roots::add);
    links.jobs().stream().map(TreeJob::name).filter(sizes::containsKey).forEach(roots::add);
    roots.sort(
        Comparator.comparingInt(this::rank)
            .thenComparing(root -> -sizes.getOrDefault(root, 0))
            .thenComparing(Object::toString));
    return roots;
  }

  private int rank(Object root) {
    if (root instanceof EventMatch event) {
      return Links.isStartup(event) ? 0 : 1;
    }
    return links.job((String) root).orElseThrow().startOn().isEmpty() ? 2 : 1;
  }

  private Object rootOf(TreeJob job) {
    TreeJob next = job;
    while (true) {
      Optional<EventMatch> operand = places.operandAbove(next);
      if (operand.isEmpty()) {
        return next.name();
      }
      Optional<TreeJob> source = places.source(operand.get()).flatMap(links::job);
      if (source.isEmpty()) {
        return operand.get();
      }
      next = source.get();
    }
  }

  /** A circle begins with the job that leads to the most others. */
  private void breakCircles() {
    Optional<TreeJob> first = beginOfCircle();
    while (first.isPresent()) {
      places.breakCircle(first.get());
      first = beginOfCircle();
    }
  }

  private Optional<TreeJob> beginOfCircle() {
    return links.jobs().stream()
        .filter(job -> !places.isPlaced(job))
        .max(Comparator.comparingInt(job -> links.reached(job).size()));
  }
}
