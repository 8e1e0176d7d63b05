package org.upstart4j.systemd.internal.convert;

import org.upstart4j.jobfile.stanza.StanzaName;
import org.upstart4j.systemd.finding.ConversionCode;
import org.upstart4j.systemd.unit.UnitWords;

/** What a job says of itself to people. */
final class Descriptions {

  private static final String NOTES = "X-Upstart";

  private final JobUnit job;

  Descriptions(JobUnit job) {
    this.job = job;
  }

  Outcome description() {
    String text = job.definition().description().orElse("");
    return Outcome.exact(ConversionCode.DESCRIPTION, "both show it")
        .as(job.draft().add(Draft.UNIT, "Description", UnitWords.label(text)));
  }

  /** Author, version, usage and emits: systemd leaves alone what it does not know. */
  Outcome note(StanzaName name, String text) {
    String key = Character.toUpperCase(name.text().charAt(0)) + name.text().substring(1);
    return Outcome.exact(ConversionCode.NOTE, "it is kept for people, and neither acts on it")
        .as(job.draft().add(NOTES, key, UnitWords.label(text)));
  }
}
