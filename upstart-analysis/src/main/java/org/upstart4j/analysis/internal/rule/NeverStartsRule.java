package org.upstart4j.analysis.internal.rule;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.upstart4j.analysis.internal.model.Awaited;
import org.upstart4j.analysis.internal.model.CheckedJob;
import org.upstart4j.analysis.internal.model.Folder;

/**
 * A condition that cannot come true. Jobs that wait for each other's {@code starting} are none: as
 * soon as somebody starts one of them, both run.
 */
final class NeverStartsRule implements RuleCheck {

  private static final int MOST_SHOWN = 6;

  @Override
  public void check(Folder folder, Report report) {
    Startable startable = new Startable(folder);
    Map<String, Awaited> blockers = new LinkedHashMap<>();
    Map<String, String> needed = new LinkedHashMap<>();
    for (CheckedJob job : folder.jobs()) {
      Optional<Awaited> blocker = startable.blocker(job);
      blocker.ifPresent(event -> blockers.put(job.name(), event));
      blocker
          .filter(event -> Contradiction.of(event, folder.providers()).isEmpty())
          .flatMap(startable::neededJob)
          .ifPresent(name -> needed.put(job.name(), name));
    }
    Map<String, List<String>> circles = circles(needed);
    blockers.forEach((job, event) -> add(job, event, circles, folder, report));
  }

  /** The circles among jobs that wait for one job each, by each of their jobs. */
  private static Map<String, List<String>> circles(Map<String, String> needed) {
    Map<String, List<String>> circles = new LinkedHashMap<>();
    Set<String> seen = new HashSet<>();
    for (String job : needed.keySet()) {
      Set<String> path = new LinkedHashSet<>();
      String at = job;
      while (at != null && seen.add(at)) {
        path.add(at);
        at = needed.get(at);
      }
      if (at != null && path.contains(at)) {
        String first = at;
        List<String> circle =
            path.stream().dropWhile(name -> !name.equals(first)).collect(Collectors.toList());
        circle.forEach(name -> circles.put(name, circle));
      }
    }
    return circles;
  }

  private static void add(
      String job, Awaited event, Map<String, List<String>> circles, Folder folder, Report report) {
    Optional<Contradiction> contradiction = Contradiction.of(event, folder.providers());
    String message =
        circles.containsKey(job)
            ? circle(job, circles.get(job))
            : "\"%s\" waits for \"%s\", which never starts"
                .formatted(job, event.jobName().orElse(""));
    report.add(
        event.placed().file(),
        event.span(),
        contradiction.map(Contradiction::message).orElse(message),
        contradiction
            .map(Contradiction::reason)
            .orElse("No event ever starts any of them. Let one of them start on something else."));
  }

  private static String circle(String job, List<String> circle) {
    if (circle.size() == 1) {
      return "\"%s\" waits until it is started itself".formatted(job);
    }
    int at = circle.indexOf(job);
    StringBuilder text = new StringBuilder("\"" + job + "\"");
    for (int i = 1; i <= Math.min(circle.size(), MOST_SHOWN); i++) {
      String next = circle.get((at + i) % circle.size());
      text.append(i == 1 ? " waits for \"" : ", which waits for \"").append(next).append('"');
    }
    return text.toString();
  }
}
