package org.upstart4j.systemd.finding;

import java.util.Optional;
import org.upstart4j.jobfile.SourceSpan;
import org.upstart4j.systemd.option.SystemdVersion;

/**
 * What becomes of a part of a job file: of a stanza, of an event in a condition, or of something
 * that Upstart does without being told.
 *
 * @param job the job's name
 * @param file the path of the file in its folder
 * @param span where the part stands; empty and at the start of the file for what no stanza says
 * @param stanza the part in the file's own words; empty for what no stanza says
 * @param level how faithfully systemd does it
 * @param code what kind of finding it is
 * @param unit the unit that says it now; none if none does
 * @param directive what says it there, for example {@code Restart=always}; none if nothing does
 * @param since the first systemd that can do it so; none if all can
 * @param reason why the level is what it is
 * @param remedy what to do about it; none if there is nothing to do
 * @param proved whether the scenarios of this job showed it on both machines
 */
public record ConversionFinding(
    String job,
    String file,
    SourceSpan span,
    String stanza,
    Level level,
    ConversionCode code,
    Optional<String> unit,
    Optional<String> directive,
    Optional<SystemdVersion> since,
    String reason,
    Optional<String> remedy,
    boolean proved) {

  /** {@return whether no stanza says it: Upstart does it without being told} */
  public boolean isImplicit() {
    return stanza.isEmpty();
  }

  /** {@return the same finding, proved} */
  public ConversionFinding asProved() {
    return new ConversionFinding(
        job, file, span, stanza, level, code, unit, directive, since, reason, remedy, true);
  }
}
