package org.upstart4j.systemd.internal.convert;

import java.util.EnumMap;
import java.util.Map;
import java.util.StringJoiner;
import org.upstart4j.analysis.internal.model.Placed;
import org.upstart4j.systemd.finding.ConversionFinding;
import org.upstart4j.systemd.finding.Level;

/** The comment at the top of a unit. */
final class Header {

  private Header() {}

  /** Where a job's unit comes from, how faithful it is, and how it is made again. */
  static String of(JobUnit job) {
    Map<Level, Integer> counts = new EnumMap<>(Level.class);
    for (Placed placed : job.job().stanzas()) {
      counts.merge(level(job, placed), 1, Integer::sum);
    }
    String files =
        job.job().conf().path()
            + job.job().override().map(file -> " and " + file.path()).orElse("");
    return "Made by upstart4j from Upstart's "
        + files
        + " for systemd "
        + job.options().version()
        + "\n"
        + stanzas(job.job().stanzas().size(), counts)
        + "\n"
        + "Made again by: "
        + job.options().command(job.job().conf().path());
  }

  /** The worst of what is said of a stanza, and of what stands in it. */
  private static Level level(JobUnit job, Placed placed) {
    int start = placed.span().start();
    int end = placed.span().end();
    return job.findings().stream()
        .filter(finding -> finding.file().equals(placed.file().path()) && !finding.isImplicit())
        .filter(finding -> finding.span().start() >= start && finding.span().start() < end)
        .map(ConversionFinding::level)
        .reduce(Level.EXACT, Level::or);
  }

  private static String stanzas(int all, Map<Level, Integer> counts) {
    StringJoiner others = new StringJoiner(", ");
    counts.forEach(
        (level, count) -> {
          if (level != Level.EXACT) {
            others.add(count + " " + level.word());
          }
        });
    int exact = counts.getOrDefault(Level.EXACT, 0);
    String some = exact + " of " + all + " stanzas exact";
    return others.length() == 0 ? some : some + ", " + others;
  }

  /** What a unit that no job becomes is for. */
  static String of(Draft draft, Options options) {
    return "Made by upstart4j for systemd "
        + options.version()
        + ": what stands for an event of Upstart's\n"
        + "Made again by: "
        + options.command("DIR");
  }
}
