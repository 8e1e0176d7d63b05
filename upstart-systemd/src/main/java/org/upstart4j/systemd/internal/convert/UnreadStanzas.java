package org.upstart4j.systemd.internal.convert;

import java.util.List;
import java.util.Optional;
import org.upstart4j.analysis.internal.model.CheckedFile;
import org.upstart4j.jobfile.SourceSpan;
import org.upstart4j.jobfile.Stanza;
import org.upstart4j.systemd.finding.ConversionCode;
import org.upstart4j.systemd.finding.ConversionFinding;
import org.upstart4j.systemd.finding.Level;

/** The stanzas of a file that Upstart makes no job of. */
final class UnreadStanzas {

  private UnreadStanzas() {}

  /** Findings that call all stanzas dead. */
  static List<ConversionFinding> findings(CheckedFile file, String why) {
    return file.text().stanzas().map(stanza -> dead(file, stanza, why)).toList();
  }

  static ConversionFinding dead(CheckedFile file, Stanza stanza, String why) {
    return finding(file, file.text().span(stanza), Level.DEAD, ConversionCode.NOT_READ, why);
  }

  static ConversionFinding finding(
      CheckedFile file, SourceSpan span, Level level, ConversionCode code, String why) {
    Said said = Said.of(file, span);
    return new ConversionFinding(
        file.job(),
        file.path(),
        said.span(),
        said.words(),
        level,
        code,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        why,
        Optional.empty(),
        false);
  }
}
