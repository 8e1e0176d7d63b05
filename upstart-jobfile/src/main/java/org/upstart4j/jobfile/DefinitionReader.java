package org.upstart4j.jobfile;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.upstart4j.jobfile.internal.rule.ConsoleRule;
import org.upstart4j.jobfile.internal.rule.Failure;
import org.upstart4j.jobfile.internal.rule.Reading;
import org.upstart4j.jobfile.internal.rule.SettingsDraft;
import org.upstart4j.jobfile.stanza.Fault;
import org.upstart4j.jobfile.version.Feature;
import org.upstart4j.jobfile.version.UpstartVersion;

/** Applies the stanzas of a conf file, then those of its override file, as Upstart does. */
final class DefinitionReader {

  private DefinitionReader() {}

  static Verdict read(String name, JobFile conf, @Nullable JobFile beside, UpstartVersion version) {
    JobFile override = version.has(Feature.OVERRIDE) ? beside : null;
    SettingsDraft draft = new SettingsDraft();
    ConsoleRule.initial(version).apply(draft);
    Failure failure = apply(conf, draft, version);
    if (failure != null) {
      return new Verdict.Rejected(
          conf.problem(failure), false, Optional.empty(), alone(name, failure, override, version));
    }
    Failure inOverride = override == null ? null : apply(override, draft, version);
    JobDefinition definition = new JobDefinition(name, draft.settings());
    return override == null || inOverride == null
        ? new Verdict.Accepted(definition)
        : new Verdict.Rejected(
            override.problem(inOverride), true, Optional.of(definition), Optional.empty());
  }

  /**
   * A failing conf file leaves the override file a job of its own, unless it is not read at all.
   */
  private static Optional<Verdict> alone(
      String name, Failure failure, @Nullable JobFile override, UpstartVersion version) {
    return override == null || failure.fault() == Fault.ILLEGAL_SIGNAL
        ? Optional.empty()
        : Optional.of(read(name, override, null, version));
  }

  private static @Nullable Failure apply(
      JobFile file, SettingsDraft draft, UpstartVersion version) {
    for (Entry entry : file.entries()) {
      if (entry instanceof Stanza stanza) {
        Reading reading = stanza.reading(version);
        reading.change().apply(draft);
        if (reading.failure() != null) {
          return reading.failure();
        }
      }
    }
    return null;
  }
}
