package org.upstart4j.cli.convert;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.upstart4j.ProcessType;
import org.upstart4j.jobfile.JobDefinition;
import org.upstart4j.jobfile.stanza.Expect;
import org.upstart4j.jobfile.stanza.Resource;
import org.upstart4j.systemd.finding.ConversionFinding;

/**
 * What many pairs have in common, as tables of a page.
 *
 * @param pairs the pairs
 */
record PairTables(List<Pair> pairs) {

  /** What fewer of the maintainers' units have is not told. */
  private static final int WORTH_TELLING = 5;

  /** A stanza, by the jobs that have it and the settings that say it. */
  private record Kept(String stanza, Predicate<JobDefinition> has, List<String> keys) {}

  private static final List<String> LIMITS =
      Stream.of(Resource.values())
          .map(one -> "Limit" + one.text().toUpperCase(Locale.ROOT))
          .toList();

  private static final List<Kept> KEPT =
      List.of(
          new Kept("`respawn`", JobDefinition::respawn, List.of("Restart")),
          new Kept(
              "`respawn limit` of its own",
              job -> job.respawn() && isLimitItsOwn(job),
              List.of("StartLimitBurst", "StartLimitIntervalSec", "StartLimitInterval")),
          new Kept(
              "`pre-start`",
              process(ProcessType.PRE_START),
              List.of("ExecStartPre", "ExecCondition")),
          new Kept("`post-start`", process(ProcessType.POST_START), List.of("ExecStartPost")),
          new Kept("`pre-stop`", process(ProcessType.PRE_STOP), List.of("ExecStop")),
          new Kept("`post-stop`", process(ProcessType.POST_STOP), List.of("ExecStopPost")),
          new Kept(
              "`kill timeout` of its own",
              job -> job.killTimeout().toSeconds() != 5,
              List.of("TimeoutStopSec", "TimeoutSec")),
          new Kept("`expect fork`, `expect daemon`", PairTables::forks, List.of("Type")),
          new Kept("`env`", job -> !job.env().isEmpty(), List.of("Environment", "EnvironmentFile")),
          new Kept("`limit`", job -> !job.limits().isEmpty(), LIMITS),
          new Kept("`oom score`", job -> job.oomScore() != 0, List.of("OOMScoreAdjust")),
          new Kept("`setuid`", job -> job.setuid().isPresent(), List.of("User")),
          new Kept("`chdir`", job -> job.chdir().isPresent(), List.of("WorkingDirectory")));

  private static Predicate<JobDefinition> process(ProcessType type) {
    return job ->
        job.processes().containsKey(type) && job.processes().containsKey(ProcessType.MAIN);
  }

  private static boolean isLimitItsOwn(JobDefinition job) {
    return job.respawnLimit() != 10 || job.respawnInterval().toSeconds() != 5;
  }

  private static boolean forks(JobDefinition job) {
    return job.expect() == Expect.FORK || job.expect() == Expect.DAEMON;
  }

  /** What both units of a pair set: how often they agree, and why they do not. */
  String shared() {
    Map<String, Integer> both = new TreeMap<>();
    Map<String, List<UnitDifference>> different = new TreeMap<>();
    for (Pair pair : pairs) {
      pair.ours().values().keySet().stream()
          .filter(pair.theirs().values()::containsKey)
          .forEach(setting -> both.merge(setting.key(), 1, Integer::sum));
      sharedDifferences(pair)
          .forEach(
              difference ->
                  different
                      .computeIfAbsent(difference.setting().key(), key -> new ArrayList<>())
                      .add(difference));
    }
    List<String> rows =
        ranked(both)
            .map(
                key -> {
                  List<UnitDifference> found = different.getOrDefault(key, List.of());
                  return row(
                      code(key),
                      both.get(key),
                      both.get(key) - found.size(),
                      found.size(),
                      codes(found));
                })
            .toList();
    return table(row("directive", "in both", "equal", "different", "why"), rows);
  }

  /** The settings of a pair that both units have, with other values. */
  static Stream<UnitDifference> sharedDifferences(Pair pair) {
    return pair.differences().stream()
        .filter(one -> !one.theirs().isEmpty() && !one.ours().isEmpty());
  }

  private static String codes(List<UnitDifference> differences) {
    Map<String, Integer> codes = new TreeMap<>();
    for (UnitDifference difference : differences) {
      difference.reasons().stream()
          .map(ConversionFinding::code)
          .map(found -> code(found.word()))
          .distinct()
          .forEach(word -> codes.merge(word, 1, Integer::sum));
    }
    return ranked(codes)
        .map(word -> word + " " + codes.get(word))
        .collect(Collectors.joining(", "));
  }

  /** What only the maintainers' units set. */
  String onlyTheirs() {
    Map<String, Integer> counts = new TreeMap<>();
    for (Pair pair : pairs) {
      pair.theirs().values().keySet().stream()
          .filter(setting -> !pair.ours().values().containsKey(setting))
          .forEach(setting -> counts.merge(setting.key(), 1, Integer::sum));
    }
    List<String> rows =
        ranked(counts)
            .filter(key -> counts.get(key) >= WORTH_TELLING)
            .map(key -> row(code(key), counts.get(key)))
            .toList();
    return table(row("directive", "only theirs"), rows);
  }

  /** What jobs say, and how many units of each kind say it as well. */
  String kept() {
    List<String> rows = new ArrayList<>();
    for (Kept kept : KEPT) {
      List<Pair> those = pairs.stream().filter(pair -> kept.has().test(pair.job())).toList();
      rows.add(
          row(
              kept.stanza(),
              those.size(),
              those.stream().filter(pair -> pair.oursHas(kept.keys())).count(),
              those.stream().filter(pair -> pair.theirsHas(kept.keys())).count()));
    }
    return table(row("stanza", "jobs", "our units", "their units"), rows);
  }

  /** The keys, from the greatest number to the smallest. */
  private static Stream<String> ranked(Map<String, Integer> counts) {
    return counts.keySet().stream()
        .sorted(Comparator.comparing((String key) -> -counts.get(key)).thenComparing(key -> key));
  }

  private static String code(String text) {
    return "`" + text + "`";
  }

  private static String row(Object... cells) {
    return Stream.of(cells).map(Object::toString).collect(Collectors.joining(" | ", "| ", " |"));
  }

  private static String table(String header, List<String> rows) {
    String line = header.replaceAll("[^|]+", " --- ");
    return Stream.concat(Stream.of(header, line), rows.stream())
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
