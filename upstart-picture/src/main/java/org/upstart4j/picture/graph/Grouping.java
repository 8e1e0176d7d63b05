package org.upstart4j.picture.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Divides jobs. A job and what follows it are together if they are not too many; if they are, what
 * follows is divided further. What stands alone is put together by the event that sets it off.
 */
final class Grouping {

  private static final int MOST = 60;

  /** A job with at least so many that follow, or an event with so many jobs, is a part. */
  private static final int FEW = 8;

  private final Origins origins;
  private final Map<String, List<String>> children = new HashMap<>();
  private final List<Part> parts = new ArrayList<>();

  /** Jobs, and what they are called together. */
  record Part(String name, List<String> jobs) {}

  /** A job, and what follows it and is not in another part. */
  private record Tree(String root, List<String> jobs) {}

  Grouping(Origins origins) {
    this.origins = origins;
  }

  List<Part> parts() {
    Map<String, List<Tree>> byEvent = new TreeMap<>();
    for (Tree tree : trees()) {
      if (tree.jobs().size() >= FEW) {
        parts.add(new Part(following(tree), tree.jobs()));
      } else {
        byEvent.computeIfAbsent(origins.event(tree.root()), event -> new ArrayList<>()).add(tree);
      }
    }
    List<Tree> without = byEvent.remove("");
    List<Tree> others = new ArrayList<>();
    byEvent.forEach(
        (event, trees) -> {
          if (size(trees) >= FEW) {
            bundle(event, trees, false);
          } else {
            others.addAll(trees);
          }
        });
    bundle("other events", others, false);
    bundle("no start condition", without == null ? List.of() : without, false);
    List<String> order = origins.jobs();
    parts.sort(Comparator.comparingInt(part -> order.indexOf(part.jobs().get(0))));
    return parts;
  }

  /** The trees that remain when all that is too large has become parts. */
  private List<Tree> trees() {
    List<String> roots = new ArrayList<>();
    for (String job : origins.jobs()) {
      origins
          .parent(job)
          .ifPresentOrElse(
              parent -> children.computeIfAbsent(parent, id -> new ArrayList<>()).add(job),
              () -> roots.add(job));
    }
    Map<String, Tree> trees = new HashMap<>();
    Deque<String> leavesFirst = leavesFirst(roots);
    while (!leavesFirst.isEmpty()) {
      String job = leavesFirst.pop();
      trees.put(job, tree(job, trees));
    }
    return roots.stream().map(trees::get).toList();
  }

  private Deque<String> leavesFirst(List<String> roots) {
    Deque<String> open = new ArrayDeque<>(roots);
    Deque<String> leavesFirst = new ArrayDeque<>();
    while (!open.isEmpty()) {
      String job = open.remove();
      leavesFirst.push(job);
      open.addAll(children.getOrDefault(job, List.of()));
    }
    return leavesFirst;
  }

  /** A job with as much of what follows as there is room for; the rest becomes parts. */
  private Tree tree(String job, Map<String, Tree> trees) {
    List<String> jobs = new ArrayList<>(List.of(job));
    List<Tree> rest = new ArrayList<>();
    for (String child : children.getOrDefault(job, List.of())) {
      Tree tree = trees.remove(child);
      if (tree == null) {
        continue;
      }
      if (rest.isEmpty() && jobs.size() + tree.jobs().size() <= MOST) {
        jobs.addAll(tree.jobs());
      } else {
        rest.add(tree);
      }
    }
    bundle("after " + origins.name(job), rest, true);
    return new Tree(job, jobs);
  }

  /** Makes parts of about one size of trees, in their order. */
  private void bundle(String name, List<Tree> trees, boolean isRest) {
    if (trees.isEmpty()) {
      return;
    }
    int total = size(trees);
    // a part may be as much larger than wanted as a small tree is
    int count = total <= MOST ? 1 : (total + MOST - FEW - 1) / (MOST - FEW);
    int wanted = (total + count - 1) / count;
    List<Tree> bundle = new ArrayList<>();
    boolean isOne = count == 1 && !isRest;
    for (Tree tree : trees) {
      int size = size(bundle);
      if (size >= wanted || size + tree.jobs().size() > MOST) {
        addPart(name, bundle, isOne);
        bundle.clear();
      }
      bundle.add(tree);
    }
    addPart(name, bundle, isOne);
  }

  private void addPart(String name, List<Tree> bundle, boolean isOne) {
    List<String> jobs = bundle.stream().flatMap(tree -> tree.jobs().stream()).toList();
    Tree first = bundle.get(0);
    Tree last = bundle.get(bundle.size() - 1);
    if (bundle.size() == 1 && jobs.size() > 1) {
      parts.add(new Part(following(first), jobs));
    } else if (isOne) {
      parts.add(new Part(name, jobs));
    } else {
      String range = origins.name(first.root());
      if (bundle.size() > 1) {
        range += " to " + origins.name(last.root());
      }
      parts.add(new Part(name + ", " + range, jobs));
    }
  }

  private String following(Tree tree) {
    return origins.name(tree.root()) + " and what follows";
  }

  private static int size(List<Tree> trees) {
    return trees.stream().mapToInt(tree -> tree.jobs().size()).sum();
  }
}
