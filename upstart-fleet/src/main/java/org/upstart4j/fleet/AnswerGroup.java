package org.upstart4j.fleet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Hosts that have given the same answer.
 *
 * @param <A> what an answer is
 * @param answer the answer
 * @param hosts the hosts, at least one, in the order in which they were given
 */
public record AnswerGroup<A>(A answer, List<Host> hosts) {

  /**
   * Makes a group.
   *
   * @param answer the answer
   * @param hosts the hosts
   */
  public AnswerGroup {
    hosts = List.copyOf(hosts);
  }

  /**
   * {@return the hosts by their answers, largest group first; of equal ones, that which has the
   * first host}
   *
   * @param <A> what an answer is; equal ones make a group
   * @param answers the answer of each host, in the order of the hosts
   */
  public static <A> List<AnswerGroup<A>> of(Map<Host, ? extends A> answers) {
    Map<A, List<Host>> hosts = new LinkedHashMap<>();
    answers.forEach(
        (host, answer) -> hosts.computeIfAbsent(answer, first -> new ArrayList<>()).add(host));
    List<AnswerGroup<A>> groups = new ArrayList<>();
    hosts.forEach((answer, equal) -> groups.add(new AnswerGroup<>(answer, equal)));
    // stable, so the order of the first hosts stays
    groups.sort(Comparator.comparing(group -> -group.hosts().size()));
    return groups;
  }
}
