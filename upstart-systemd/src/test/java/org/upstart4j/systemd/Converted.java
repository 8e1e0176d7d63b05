package org.upstart4j.systemd;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.JobFolder;
import org.upstart4j.systemd.finding.ConversionFinding;
import org.upstart4j.systemd.option.SystemdVersion;

/** Jobs that a test converts, and what it looks at. */
final class Converted {

  private final Conversion conversion;

  private Converted(Conversion conversion) {
    this.conversion = conversion;
  }

  /** Converts a job called web for systemd 252. */
  static Converted web(String... lines) {
    return web(SystemdConversion.to(SystemdVersion.DEFAULT), lines);
  }

  /** Converts a job called web. */
  static Converted web(SystemdConversion conversion, String... lines) {
    return folder(conversion, Map.of("web.conf", String.join("\n", lines) + "\n"));
  }

  /** Converts files. */
  static Converted folder(Map<String, String> files) {
    return folder(SystemdConversion.to(SystemdVersion.DEFAULT), files);
  }

  static Converted folder(SystemdConversion conversion, Map<String, String> files) {
    Map<String, JobFile> parsed = new TreeMap<>();
    files.forEach((path, text) -> parsed.put(path, JobFile.parse(text)));
    return new Converted(conversion.convert(JobFolder.of(parsed)));
  }

  Conversion conversion() {
    return conversion;
  }

  /** The text of a file that it makes. */
  String text(String path) {
    assertThat(conversion.files()).containsKey(path);
    return new String(conversion.files().get(path).bytes(), StandardCharsets.UTF_8);
  }

  /** The lines of web.service that are no comments. */
  List<String> lines() {
    return text("web.service")
        .lines()
        .filter(line -> !line.startsWith("#") && !line.isEmpty())
        .toList();
  }

  /** The lines of web.service that begin with these keys. */
  List<String> lines(String... keys) {
    return lines().stream()
        .filter(line -> List.of(keys).contains(line.replaceFirst("=.*", "")))
        .toList();
  }

  /** The only finding whose words are these. */
  ConversionFinding finding(String words) {
    List<ConversionFinding> found =
        conversion.findings().stream().filter(one -> one.stanza().equals(words)).toList();
    assertThat(found).as("findings of " + words).hasSize(1);
    return found.get(0);
  }

  /** Says how each stanza fares: "LEVEL CODE: words". */
  List<String> said() {
    return conversion.findings().stream()
        .filter(one -> !one.isImplicit())
        .map(one -> one.level() + " " + one.code() + ": " + one.stanza())
        .toList();
  }

  /** Says what no stanza says: "LEVEL CODE". */
  List<String> implied() {
    return conversion.findings().stream()
        .filter(ConversionFinding::isImplicit)
        .map(one -> one.level() + " " + one.code())
        .toList();
  }
}
