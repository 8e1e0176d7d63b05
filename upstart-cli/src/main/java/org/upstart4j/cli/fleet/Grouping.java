package org.upstart4j.cli.fleet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Equal answers, each once, with the hosts that have given it. */
final class Grouping {

  /**
   * An answer.
   *
   * @param lines what was answered
   * @param isOk whether the hosts have done what was asked
   */
  private record Key(List<String> lines, boolean isOk) {}

  /**
   * The hosts of an answer.
   *
   * @param names their names
   * @param alone what is said if there is only one
   */
  private record Members(List<String> names, List<String> alone) {}

  private final Map<String, Integer> places = new HashMap<>();
  private final Map<Key, Members> members = new LinkedHashMap<>();

  /** Groups of hosts of these names, which keep their order. */
  Grouping(List<String> names) {
    for (String name : names) {
      places.put(name, places.size());
    }
  }

  /**
   * Some hosts.
   *
   * @param hosts their names
   * @param lines what they have answered
   * @param isOk whether they have done what was asked
   */
  record Group(List<String> hosts, List<String> lines, boolean isOk) {}

  /**
   * Takes the answer of a host.
   *
   * @param lines what is said of it if it is alone with that
   * @param alike the same as far as it is the same for all who have answered so
   */
  void add(String host, List<String> lines, List<String> alike, boolean isOk) {
    members
        .computeIfAbsent(
            new Key(alike, isOk), first -> new Members(new ArrayList<>(), List.copyOf(lines)))
        .names()
        .add(host);
  }

  /**
   * All groups: those that have failed last, the largest of each first, and of equal ones that with
   * the first host.
   */
  List<Group> groups() {
    List<Group> groups = new ArrayList<>();
    members.forEach(
        (key, same) -> {
          same.names().sort(Comparator.comparing(this::place));
          boolean isAlone = same.names().size() == 1;
          groups.add(
              new Group(
                  List.copyOf(same.names()), isAlone ? same.alone() : key.lines(), key.isOk()));
        });
    groups.sort(
        Comparator.comparing(Group::isOk)
            .thenComparing(group -> group.hosts().size())
            .reversed()
            .thenComparing(group -> place(group.hosts().get(0))));
    return groups;
  }

  private int place(String host) {
    return places.getOrDefault(host, 0);
  }
}
