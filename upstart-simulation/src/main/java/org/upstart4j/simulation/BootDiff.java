package org.upstart4j.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.upstart4j.simulation.BootChange.Kind;

/**
 * What is different in two boots: what starts earlier, later, not any more or only now, and what
 * fails. Instances of jobs that stand in for others on both sides are left out.
 *
 * <pre>{@code
 * List<BootChange> changes = BootDiff.of(before, after);
 * }</pre>
 */
public final class BootDiff {

  private final Course before;
  private final Course after;
  private final Map<String, InstanceCourse> old;
  private final Map<String, InstanceCourse> now;
  private final List<BootChange> changes = new ArrayList<>();

  private BootDiff(Course before, Course after) {
    this.before = before;
    this.after = after;
    this.old = byLabel(before, after);
    this.now = byLabel(after, before);
  }

  /**
   * Compares two boots.
   *
   * @param before the old boot
   * @param after the new boot
   * @return the differences: the worst kind first, and each kind by name
   */
  public static List<BootChange> of(Course before, Course after) {
    BootDiff diff = new BootDiff(before, after);
    diff.compareInstances();
    diff.compareOrder();
    diff.compareFailures();
    diff.changes.sort(
        Comparator.comparing(BootChange::kind)
            .thenComparing(BootChange::job)
            .thenComparing(BootChange::instance));
    return List.copyOf(diff.changes);
  }

  private static Map<String, InstanceCourse> byLabel(Course course, Course other) {
    Map<String, InstanceCourse> instances = new LinkedHashMap<>();
    for (InstanceCourse instance : course.instances()) {
      if (!instance.isStandIn() || !other.standIns().contains(instance.job())) {
        instances.put(instance.label(), instance);
      }
    }
    return instances;
  }

  private void compareInstances() {
    old.forEach(
        (label, instance) -> {
          InstanceCourse other = now.get(label);
          if (other == null) {
            add(instance, Kind.NOT_ANY_MORE, Optional.empty());
          } else if (!instance.started().equals(other.started())) {
            boolean isLater = instance.started().compareTo(other.started()) < 0;
            add(instance, isLater ? Kind.LATER : Kind.EARLIER, Optional.empty());
          }
        });
    now.forEach(
        (label, instance) -> {
          if (!old.containsKey(label)) {
            add(instance, Kind.ONLY_NOW, Optional.empty());
          }
        });
  }

  /** Among those that start at the same time in both boots, as few as possible have moved. */
  private void compareOrder() {
    Map<Duration, List<String>> times = new LinkedHashMap<>();
    now.forEach(
        (label, instance) -> {
          InstanceCourse other = old.get(label);
          if (other != null && other.started().equals(instance.started())) {
            times.computeIfAbsent(instance.started(), time -> new ArrayList<>()).add(label);
          }
        });
    times.values().forEach(this::compareOrder);
  }

  private void compareOrder(Collection<String> labels) {
    List<String> nowOrder = List.copyOf(labels);
    Set<String> same = new HashSet<>(nowOrder);
    Map<String, Integer> places = new HashMap<>();
    old.keySet().stream().filter(same::contains).forEach(label -> places.put(label, places.size()));
    int[] was = nowOrder.stream().mapToInt(label -> places.getOrDefault(label, 0)).toArray();
    BitSet stayed = LongestRise.of(was);
    for (int i = stayed.nextClearBit(0); i < was.length; i = stayed.nextClearBit(i + 1)) {
      moved(nowOrder, was, stayed, i);
    }
  }

  private void moved(List<String> labels, int[] was, BitSet stayed, int place) {
    InstanceCourse instance = Objects.requireNonNull(old.get(labels.get(place)));
    int behind = stayed.previousSetBit(place);
    if (behind >= 0 && was[behind] > was[place]) {
      add(instance, Kind.LATER, Optional.of(labels.get(behind)));
    } else {
      int ahead = stayed.nextSetBit(place);
      add(instance, Kind.EARLIER, ahead < 0 ? Optional.empty() : Optional.of(labels.get(ahead)));
    }
  }

  private void compareFailures() {
    Map<String, CourseFailure> failed = failures(before);
    Map<String, CourseFailure> fails = failures(after);
    fails.forEach(
        (label, failure) -> {
          if (!failed.containsKey(label)) {
            add(failure, Kind.FAILS_NOW);
          }
        });
    failed.forEach(
        (label, failure) -> {
          if (!fails.containsKey(label) && now.containsKey(label)) {
            add(failure, Kind.FAILS_NO_MORE);
          }
        });
  }

  private static Map<String, CourseFailure> failures(Course course) {
    Map<String, CourseFailure> failures = new LinkedHashMap<>();
    course.failures().forEach(failure -> failures.putIfAbsent(failure.label(), failure));
    return failures;
  }

  private void add(InstanceCourse instance, Kind kind, Optional<String> other) {
    add(instance.job(), instance.instance(), instance.label(), kind, other);
  }

  private void add(CourseFailure failure, Kind kind) {
    add(failure.job(), failure.instance(), failure.label(), kind, Optional.empty());
  }

  private void add(String job, String instance, String label, Kind kind, Optional<String> other) {
    changes.add(
        new BootChange(
            job,
            instance,
            kind,
            Optional.ofNullable(old.get(label)).map(InstanceCourse::started),
            Optional.ofNullable(now.get(label)).map(InstanceCourse::started),
            other,
            has(before, job) && has(after, job)));
  }

  private static boolean has(Course course, String job) {
    return course.folder().conf(job).isPresent() || course.standIns().contains(job);
  }
}
