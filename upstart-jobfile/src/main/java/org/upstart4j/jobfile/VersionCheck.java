package org.upstart4j.jobfile;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.upstart4j.event.EventMatch;
import org.upstart4j.jobfile.internal.rule.Failure;
import org.upstart4j.jobfile.stanza.EventsStanza;
import org.upstart4j.jobfile.stanza.StanzaName;
import org.upstart4j.jobfile.version.Feature;
import org.upstart4j.jobfile.version.UpstartVersion;

/**
 * The version of Upstart that a file is built for: what it rejects, and what it accepts but does
 * not do.
 *
 * @param version the version
 */
record VersionCheck(UpstartVersion version) {

  private static final Pattern KILL_SIGNAL_NUMBER =
      Pattern.compile("kill\\s+signal\\s+\\W?[0-9].*");

  /**
   * Refuses a file that has something which the version lacks.
   *
   * @throws MissingFeatureException if one does
   */
  void check(JobFile file) {
    file.stanzas().forEach(stanza -> check(file, stanza));
  }

  private void check(JobFile file, Stanza stanza) {
    Optional<Feature> missing = missing(stanza);
    if (missing.isPresent()) {
      int line = file.span(stanza).line();
      throw new MissingFeatureException(stanza, line, missing.get(), version);
    }
  }

  private Optional<Feature> missing(Stanza stanza) {
    Failure failure = stanza.reading(version).failure();
    if (failure != null) {
      return Optional.ofNullable(failure.missing());
    }
    return Optional.ofNullable(withoutEffect(stanza));
  }

  private static boolean hasNotEqual(EventMatch match) {
    return match.arguments().stream().anyMatch(argument -> argument.contains("!="));
  }

  /** What the version reads without a word, but does not do. */
  private @Nullable Feature withoutEffect(Stanza stanza) {
    if (!version.has(Feature.NOT_EQUAL)
        && stanza.typed().orElse(null) instanceof EventsStanza events
        && events.events().matches().anyMatch(VersionCheck::hasNotEqual)) {
      return Feature.NOT_EQUAL;
    }
    boolean number =
        !version.has(Feature.KILL_SIGNAL_NUMBER)
            && stanza.name().equals(Optional.of(StanzaName.KILL))
            && KILL_SIGNAL_NUMBER.matcher(stanza.text().strip()).matches();
    return number ? Feature.KILL_SIGNAL_NUMBER : null;
  }
}
