package org.upstart4j.cli.convert;

import org.upstart4j.systemd.finding.ConversionFinding;

/** A finding in words. */
final class FindingText {

  private static final int LONGEST = 80;

  private FindingText() {}

  /** Where it is: {@code init/web.conf:7}. */
  static String place(Source source, ConversionFinding finding) {
    String file = source.label(finding.file());
    return finding.isImplicit() ? file : file + ":" + finding.span().line();
  }

  /** The beginning of the stanza, on one line. */
  static String stanza(ConversionFinding finding) {
    String whole = finding.stanza().strip();
    String line = whole.lines().findFirst().orElse("").replaceAll("\\s+", " ").strip();
    boolean isCut = line.length() > LONGEST;
    return (isCut ? line.substring(0, LONGEST) : line)
        + (isCut || whole.indexOf('\n') >= 0 ? " ..." : "");
  }

  /** Why the level is what it is, and what to do about it. */
  static String reason(ConversionFinding finding) {
    return finding
        .remedy()
        .map(remedy -> finding.reason() + "; " + remedy)
        .orElse(finding.reason());
  }

  /** The code, and whether it is proved. */
  static String marks(ConversionFinding finding) {
    return "[" + finding.code().word() + (finding.proved() ? ", proved" : "") + "]";
  }

  /** Since when systemd can do it so. */
  static String since(ConversionFinding finding) {
    return finding.since().map(version -> " (since systemd " + version + ")").orElse("");
  }
}
