package org.upstart4j.cli.tree;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;
import org.upstart4j.event.EventAnd;
import org.upstart4j.event.EventExpression;
import org.upstart4j.event.EventMatch;

/**
 * Where each job and each event stands in full: a job below the operand that completes its
 * condition, an event below the job that brings it about first. All distances are those of the
 * shortest way from a root, so no place is below itself.
 */
final class Places {

  /**
   * Where a job stands.
   *
   * @param far how far from {@code startup}
   * @param below the operand that it stands below, or null for a root
   */
  private record Place(int far, @Nullable EventMatch below) {}

  private record Candidate(Place place, TreeJob job) {}

  private final Links links;
  private final Scope scope;
  private final Map<String, Place> places = new HashMap<>();
  private final Map<EventMatch, Integer> distances = new HashMap<>();
  private final Map<EventMatch, String> sources = new HashMap<>();
  private final PriorityQueue<Candidate> open =
      new PriorityQueue<>(
          Comparator.comparingInt((Candidate one) -> one.place.far)
              .thenComparing(one -> one.job.name()));

  Places(Links links, Scope scope) {
    this.links = links;
    this.scope = scope;
    scope.roots().forEach(distances::put);
    links.jobs().stream().filter(scope::holds).forEach(this::offer);
    scope.jobs().forEach((job, far) -> links.job(job).ifPresent(found -> root(found, far)));
    settle();
  }

  /** The operand that a job stands below; nothing for a root. */
  Optional<EventMatch> operandAbove(TreeJob job) {
    return Optional.ofNullable(places.get(job.name())).map(Place::below);
  }

  boolean isPlaced(TreeJob job) {
    return places.containsKey(job.name());
  }

  /** The job that an operand stands below; nothing for one that comes from elsewhere. */
  Optional<String> source(EventMatch operand) {
    return Optional.ofNullable(sources.get(operand));
  }

  /** Whether a job stands in full below an operand. */
  boolean isBelow(TreeJob job, EventMatch operand) {
    Place place = places.get(job.name());
    return place != null && operand.equals(place.below);
  }

  /** Whether an operand stands in full below a job. */
  boolean isBelow(EventMatch operand, TreeJob job) {
    return job.name().equals(sources.get(operand));
  }

  /** Makes a job that has no place a root, with all that it leads to. */
  void breakCircle(TreeJob job) {
    root(job, Scope.CIRCLE);
    settle();
  }

  private void root(TreeJob job, int far) {
    open.add(new Candidate(new Place(far, null), job));
  }

  private void settle() {
    do {
      for (Candidate next = open.poll(); next != null; next = open.poll()) {
        place(next);
      }
      half().ifPresent(open::add);
    } while (!open.isEmpty());
  }

  private void place(Candidate next) {
    if (places.putIfAbsent(next.job.name(), next.place) != null) {
      return;
    }
    for (EventMatch effect : links.effects(next.job)) {
      if (!distances.containsKey(effect)) {
        distances.put(effect, next.place.far + 1);
        sources.put(effect, next.job.name());
        links.waitingFor(effect).forEach(this::offer);
      }
    }
  }

  private void offer(TreeJob job) {
    if (!isPlaced(job) && job.startOn().isPresent()) {
      complete(job.startOn().get()).ifPresent(place -> open.add(new Candidate(place, job)));
    }
  }

  /** The operand that completes a condition: of several, the last; of a choice, the first. */
  private Optional<Place> complete(EventExpression condition) {
    Deque<Optional<Place>> stack = new ArrayDeque<>();
    condition
        .childrenFirst()
        .forEach(
            node -> {
              if (node instanceof EventMatch match) {
                stack.push(operand(match));
              } else {
                Optional<Place> right = stack.pop();
                stack.push(join(node instanceof EventAnd, stack.pop(), right));
              }
            });
    return stack.pop().filter(place -> place.far < Scope.NEVER && place.below != null);
  }

  /** Nothing for one outside of the scope, which counts neither way. */
  private Optional<Place> operand(EventMatch match) {
    return scope.holds(match)
        ? Optional.of(new Place(distances.getOrDefault(match, Scope.NEVER), match))
        : Optional.empty();
  }

  private static Optional<Place> join(boolean all, Optional<Place> left, Optional<Place> right) {
    if (left.isEmpty() || right.isEmpty()) {
      return left.or(() -> right);
    }
    BinaryOperator<Place> later = (one, other) -> other.far > one.far ? other : one;
    BinaryOperator<Place> earlier = (one, other) -> other.far < one.far ? other : one;
    return Optional.of((all ? later : earlier).apply(left.get(), right.get()));
  }

  /** One that also needs what only it leads to: it stands below what comes from elsewhere. */
  private Optional<Candidate> half() {
    return links.jobs().stream()
        .filter(job -> !isPlaced(job) && scope.holds(job))
        .flatMap(
            job ->
                job.operands()
                    .filter(distances::containsKey)
                    .map(
                        operand -> new Place(distances.getOrDefault(operand, Scope.NEVER), operand))
                    .map(place -> new Candidate(place, job)))
        .min(Comparator.comparingInt(one -> one.place.far));
  }
}
