package org.upstart4j.cli.convert;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.upstart4j.cli.terminal.Visible;
import org.upstart4j.cli.terminal.Xml;
import org.upstart4j.systemd.finding.ConversionFinding;
import org.upstart4j.systemd.finding.Level;
import org.upstart4j.systemd.option.SystemdVersion;

/** Writes what became of jobs as a page that needs nothing else. */
final class HtmlReport {

  private static final String STYLE = "report.css";

  private final Converted converted;
  private final StringBuilder html = new StringBuilder();

  private HtmlReport(Converted converted) {
    this.converted = converted;
  }

  /** The page, in UTF-8. */
  static byte[] of(Converted converted) throws IOException {
    return new HtmlReport(converted).page().getBytes(StandardCharsets.UTF_8);
  }

  private String page() throws IOException {
    html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta http-equiv=\"Content-Security-Policy\"")
        .append(" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width\">\n")
        .append("<title>From Upstart to systemd</title>\n<style>\n")
        .append(style())
        .append("</style>\n</head>\n<body>\n");
    head();
    levels();
    List<String> jobs = List.copyOf(converted.jobs());
    jobs(jobs);
    for (int i = 0; i < jobs.size(); i++) {
      job(jobs.get(i), i);
    }
    return html.append("</body>\n</html>\n").toString();
  }

  private static String style() throws IOException {
    try (InputStream style =
        Objects.requireNonNull(HtmlReport.class.getResourceAsStream(STYLE), STYLE)) {
      return new String(style.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void head() {
    html.append("<h1>From Upstart to systemd</h1>\n<p class=\"about\"><code>")
        .append(text(converted.source().name()))
        .append("</code>, from ")
        .append(text(converted.settings().target().name()))
        .append(" to systemd ")
        .append(converted.settings().systemd())
        .append(". ")
        .append(converted.finishedJobs())
        .append(" of ")
        .append(Counts.of(converted.jobs().size(), "job"))
        .append(" with nothing by hand or lost.</p>\n");
  }

  private void levels() {
    Map<Level, Integer> counts = converted.counts();
    html.append("<ul class=\"levels\">\n");
    for (Level level : Level.values()) {
      html.append("<li class=\"" + level.word() + "\"><b>")
          .append(counts.getOrDefault(level, 0))
          .append("</b>" + level.word() + "<span>" + meaning(level) + "</span></li>\n");
    }
    html.append("</ul>\n<p class=\"note\">Stanzas, and events in conditions, by how faithfully")
        .append(" systemd does what they say.</p>\n");
  }

  private static String meaning(Level level) {
    return switch (level) {
      case EXACT -> "nobody can see a difference";
      case DEAD -> "never had an effect, left out";
      case APPROXIMATE -> "differs as the report says";
      case BY_HAND -> "somebody has to decide";
      case LOST -> "systemd has no such thing";
    };
  }

  private void jobs(List<String> jobs) {
    html.append("<h2>Jobs</h2>\n<div class=\"wide\"><table>\n<thead><tr><th scope=\"col\">Job</th>")
        .append("<th scope=\"col\">Unit</th>");
    for (Level level : Level.values()) {
      html.append("<th scope=\"col\" class=\"number\">" + level.word() + "</th>");
    }
    html.append("</tr></thead>\n<tbody>\n");
    for (int i = 0; i < jobs.size(); i++) {
      Map<Level, Integer> counts = counts(jobs.get(i));
      html.append("<tr><td><a href=\"#job-" + i + "\">" + text(jobs.get(i)) + "</a></td>")
          .append("<td><code>" + text(unit(jobs.get(i))) + "</code></td>");
      for (Level level : Level.values()) {
        int count = counts.getOrDefault(level, 0);
        html.append("<td class=\"number " + level.word() + "\">")
            .append(count == 0 ? "" : "<span class=\"badge\">" + count + "</span>")
            .append("</td>");
      }
      html.append("</tr>\n");
    }
    html.append("</tbody>\n</table></div>\n");
  }

  private Map<Level, Integer> counts(String job) {
    Map<Level, Integer> counts = new EnumMap<>(Level.class);
    findings(job).forEach(finding -> counts.merge(finding.level(), 1, Integer::sum));
    return counts;
  }

  private List<ConversionFinding> findings(String job) {
    return converted.findings().stream().filter(finding -> finding.job().equals(job)).toList();
  }

  private String unit(String job) {
    return converted.conversion().units().getOrDefault(job, "");
  }

  /** What stanzas say comes before what no stanza says. */
  private void job(String job, int number) {
    html.append("<h2 id=\"job-" + number + "\">" + text(job))
        .append(" <small><code>" + text(unit(job)) + "</code></small></h2>\n")
        .append(
            "<div class=\"wide\"><table class=\"findings\">\n<thead><tr><th scope=\"col\" class=\"where\">Line</th>")
        .append("<th scope=\"col\" class=\"stanza\">Upstart</th>")
        .append("<th scope=\"col\" class=\"level\">Level</th>")
        .append("<th scope=\"col\" class=\"systemd\">systemd</th>")
        .append("<th scope=\"col\">Why, and what to do</th></tr></thead>\n<tbody>\n");
    findings(job).stream()
        .sorted(Comparator.comparing(ConversionFinding::isImplicit))
        .forEach(this::finding);
    html.append("</tbody>\n</table></div>\n");
  }

  private void finding(ConversionFinding finding) {
    html.append("<tr><td class=\"number where\">").append(where(finding)).append("</td>");
    if (finding.isImplicit()) {
      html.append("<td class=\"note\">no stanza</td>");
    } else {
      html.append("<td><pre>" + lines(finding.stanza()) + "</pre></td>");
    }
    html.append("<td class=\"" + finding.level().word() + "\"><span class=\"badge\">")
        .append(finding.level().word() + "</span>" + (finding.proved() ? " proved" : "") + "</td>")
        .append("<td>")
        .append(
            finding
                .unit()
                .filter(unit -> isOther(finding, unit))
                .map(HtmlReport::unitOf)
                .orElse(""))
        .append(finding.directive().map(says -> "<pre>" + lines(says) + "</pre>").orElse(""))
        .append(finding.since().map(HtmlReport::since).orElse(""))
        .append("</td><td>" + paragraph(finding.reason()))
        .append(finding.remedy().map(HtmlReport::paragraph).orElse(""))
        .append(code(finding) + "</td></tr>\n");
  }

  /** Whether a unit is not the one that the table is about. */
  private boolean isOther(ConversionFinding finding, String unit) {
    return !unit.equals(unit(finding.job()));
  }

  private static String code(ConversionFinding finding) {
    return finding.level() == Level.EXACT
        ? ""
        : "<p class=\"note\"><code>" + finding.code().word() + "</code></p>";
  }

  /** The line; of another file than the job's own with its name. */
  private static String where(ConversionFinding finding) {
    if (finding.isImplicit()) {
      return "";
    }
    return finding.file().endsWith(".override")
        ? "override:" + finding.span().line()
        : String.valueOf(finding.span().line());
  }

  private static String unitOf(String unit) {
    return "<p class=\"note\"><code>" + text(unit) + "</code></p>";
  }

  private static String since(SystemdVersion version) {
    return "<p class=\"note\">since systemd " + version + "</p>";
  }

  private static String paragraph(String words) {
    return words.isEmpty() ? "" : "<p>" + text(words) + "</p>";
  }

  private static String text(String words) {
    return Xml.text(Visible.text(words));
  }

  private static String lines(String words) {
    return Xml.text(Visible.lines(words.strip()));
  }
}
