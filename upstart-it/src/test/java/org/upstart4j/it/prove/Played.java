package org.upstart4j.it.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.upstart4j.cli.prove.trace.Comparison;
import org.upstart4j.cli.prove.trace.ProcessRecord;
import org.upstart4j.cli.prove.trace.Trace;
import org.upstart4j.cli.prove.trace.TraceDifference;
import org.upstart4j.systemd.Conversion;
import org.upstart4j.systemd.finding.ConversionCode;
import org.upstart4j.systemd.finding.ConversionFinding;
import org.upstart4j.systemd.finding.Level;

/**
 * A row that both machines have played.
 *
 * @param row the row
 * @param conversion what the job became
 * @param comparison what happened
 */
record Played(Row row, Conversion conversion, Comparison comparison) {

  /** Both machines did the same, and the conversion says so of something. */
  Played isExact(ConversionCode... codes) {
    is(Level.EXACT, codes);
    Played last = until(List::isEmpty);
    assertThat(last.differences()).as(last::toString).isEmpty();
    return last;
  }

  /** The conversion says something at a level. */
  Played is(Level level, ConversionCode... codes) {
    for (ConversionCode code : codes) {
      assertThat(conversion.findings())
          .filteredOn(finding -> finding.code() == code)
          .as("findings %s", code)
          .isNotEmpty()
          .extracting(ConversionFinding::level)
          .containsOnly(level);
    }
    return this;
  }

  /** The conversion says that something differs, and this is all in which it does. */
  Played isApproximate(ConversionCode code, String... differences) {
    is(Level.APPROXIMATE, code);
    Set<String> expected = Set.of(differences);
    Played last = until(found -> Set.copyOf(found).equals(expected));
    assertThat(last.differences()).as(last::toString).containsExactlyInAnyOrder(differences);
    return last;
  }

  /** Both did the same from a version on; before it, the conversion says what differs. */
  Played isExactSince(int version, ConversionCode code, String... differences) {
    return TestedSystemd.has(version) ? isExact(code) : isApproximate(code, differences);
  }

  /** Plays the row again where chance may have had a hand: what it did does not come again. */
  Played until(Predicate<List<String>> expected) {
    Played last = this;
    for (int again = 1; again < Machines.TRIES && !expected.test(last.differences()); again++) {
      last = Machines.playOnce(row);
    }
    return last;
  }

  List<String> differences() {
    return comparison.differences().stream().map(TraceDifference::text).toList();
  }

  /** What happened under Upstart, without the times. */
  List<String> upstart() {
    return told(comparison.upstart());
  }

  /** What happened under systemd, without the times. */
  List<String> systemd() {
    return told(comparison.systemd());
  }

  private static List<String> told(Trace trace) {
    List<String> all = new ArrayList<>();
    trace.entries().forEach(entry -> all.add(entry.text()));
    trace.ends().forEach((subject, end) -> all.add(subject + " " + end));
    return all;
  }

  /** Who a process was under Upstart. */
  ProcessRecord underUpstart(String subject) {
    return Objects.requireNonNull(comparison.upstart().records().get(subject));
  }

  /** Who a process was under systemd. */
  ProcessRecord underSystemd(String subject) {
    return Objects.requireNonNull(comparison.systemd().records().get(subject));
  }

  @Override
  public String toString() {
    List<String> lines = new ArrayList<>();
    conversion
        .files()
        .values()
        .forEach(
            file -> lines.add(new String(file.bytes(), java.nio.charset.StandardCharsets.UTF_8)));
    lines.add("Upstart:");
    lines.addAll(comparison.upstart().lines());
    lines.add("systemd:");
    lines.addAll(comparison.systemd().lines());
    return String.join("\n", lines);
  }
}
