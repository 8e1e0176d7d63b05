package org.upstart4j.systemd.internal.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.upstart4j.systemd.finding.ConversionCode;
import org.upstart4j.systemd.finding.Level;
import org.upstart4j.systemd.option.SystemdVersion;

/**
 * What becomes of a part of a job file. Made by a level's method, and completed step by step.
 *
 * @param level how faithfully systemd does it
 * @param code what kind of finding it is
 * @param reason why
 * @param directives what says it now, in order
 * @param since the first systemd that can do it so
 * @param remedy what to do about it
 */
record Outcome(
    Level level,
    ConversionCode code,
    String reason,
    List<String> directives,
    Optional<SystemdVersion> since,
    Optional<String> remedy) {

  static Outcome of(Level level, ConversionCode code, String reason) {
    return new Outcome(level, code, reason, List.of(), Optional.empty(), Optional.empty());
  }

  static Outcome exact(ConversionCode code, String reason) {
    return of(Level.EXACT, code, reason);
  }

  static Outcome dead(ConversionCode code, String reason) {
    return of(Level.DEAD, code, reason);
  }

  static Outcome approximate(ConversionCode code, String reason) {
    return of(Level.APPROXIMATE, code, reason);
  }

  static Outcome byHand(ConversionCode code, String reason) {
    return of(Level.BY_HAND, code, reason);
  }

  static Outcome lost(ConversionCode code, String reason) {
    return of(Level.LOST, code, reason);
  }

  boolean isExact() {
    return level == Level.EXACT;
  }

  /** The same, said by one more directive, for example {@code Restart=always}. */
  Outcome as(String directive) {
    List<String> more = new ArrayList<>(directives);
    more.add(directive);
    return new Outcome(level, code, reason, List.copyOf(more), since, remedy);
  }

  /** The same, said by more directives. */
  Outcome as(List<String> others) {
    List<String> more = new ArrayList<>(directives);
    more.addAll(others);
    return new Outcome(level, code, reason, List.copyOf(more), since, remedy);
  }

  /** The same, possible from a version on. */
  Outcome since(int version) {
    return new Outcome(
        level, code, reason, directives, Optional.of(new SystemdVersion(version)), remedy);
  }

  /** The same, with what to do about it. */
  Outcome remedy(String what) {
    return new Outcome(level, code, reason, directives, since, Optional.of(what));
  }
}
