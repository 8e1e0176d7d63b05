package org.upstart4j.analysis.internal.reason;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.upstart4j.spi.LoggedMessage;

/** What Upstart has logged lately, oldest first. */
final class MessageLog {

  private final List<Happening> all = new ArrayList<>();
  private final Map<String, List<Integer>> byLabel = new HashMap<>();
  private final Map<String, SortedSet<String>> instances = new HashMap<>();
  private final Map<String, Happening> lastEvents = new HashMap<>();

  MessageLog(List<LoggedMessage> messages) {
    for (LoggedMessage message : messages) {
      MessageKind.read(message).ifPresent(this::add);
    }
  }

  private void add(Happening happening) {
    if (happening.is(MessageKind.HANDLING)) {
      lastEvents.put(happening.detail(), happening);
    }
    byLabel.computeIfAbsent(happening.label(), this::firstOf).add(all.size());
    all.add(happening);
  }

  /** A label may be that of an instance: {@code tty (1)}. A name may hold such brackets, too. */
  private List<Integer> firstOf(String label) {
    for (int i = label.indexOf(" (");
        i >= 0 && label.endsWith(")");
        i = label.indexOf(" (", i + 1)) {
      instances
          .computeIfAbsent(label.substring(0, i), job -> new TreeSet<>())
          .add(label.substring(i + 2, label.length() - 1));
    }
    return new ArrayList<>();
  }

  /** The names of the instances of a job that messages are about; not that of an only one. */
  SortedSet<String> instances(String job) {
    return instances.getOrDefault(job, new TreeSet<>());
  }

  boolean knows(String label) {
    return byLabel.containsKey(label);
  }

  /** What has happened to an instance. */
  List<Happening> of(String label) {
    return places(label).stream().map(all::get).toList();
  }

  /** What has happened to an instance since it was started last, as far as that was logged. */
  List<Happening> lastLife(String label) {
    List<Happening> life = of(label);
    for (int i = life.size() - 1; i > 0; i--) {
      if (life.get(i).is(MessageKind.GOAL, "start")) {
        return life.subList(i, life.size());
      }
    }
    return life;
  }

  private List<Integer> places(String label) {
    return byLabel.getOrDefault(label, List.of());
  }

  /** The last time that an event was handled. */
  Optional<Happening> lastEvent(String event) {
    return Optional.ofNullable(lastEvents.get(event));
  }

  /** The event that was being handled when something happened; nothing if none was logged. */
  Optional<Happening> eventBefore(Happening happening) {
    for (int i = all.lastIndexOf(happening) - 1; i >= 0; i--) {
      if (all.get(i).is(MessageKind.HANDLING)) {
        return Optional.of(all.get(i));
      }
    }
    return Optional.empty();
  }

  /** Whether Upstart logs what it does step by step, from priority info on. */
  boolean isDetailed() {
    return !lastEvents.isEmpty();
  }
}
