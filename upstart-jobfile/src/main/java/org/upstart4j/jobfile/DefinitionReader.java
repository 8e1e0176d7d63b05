package org.upstart4j.jobfile;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.upstart4j.jobfile.internal.rule.Failure;
import org.upstart4j.jobfile.internal.rule.Reading;
import org.upstart4j.jobfile.internal.rule.SettingsDraft;
import org.upstart4j.jobfile.stanza.Dialect;
import org.upstart4j.jobfile.stanza.Fault;

/** Applies the stanzas of a conf file, then those of its override file, as Upstart does. */
final class DefinitionReader {

  private DefinitionReader() {}

  static Verdict read(String name, JobFile conf, @Nullable JobFile override, Dialect dialect) {
    SettingsDraft draft = new SettingsDraft();
    Failure failure = apply(conf, draft, dialect);
    if (failure != null) {
      return new Verdict.Rejected(
          conf.problem(failure), false, Optional.empty(), alone(name, failure, override, dialect));
    }
    Failure inOverride = override == null ? null : apply(override, draft, dialect);
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
      String name, Failure failure, @Nullable JobFile override, Dialect dialect) {
    return override == null || failure.fault() == Fault.ILLEGAL_SIGNAL
        ? Optional.empty()
        : Optional.of(read(name, override, null, dialect));
  }

  private static @Nullable Failure apply(JobFile file, SettingsDraft draft, Dialect dialect) {
    for (Entry entry : file.entries()) {
      if (entry instanceof Stanza stanza) {
        Reading reading = stanza.reading(dialect);
        reading.change().apply(draft);
        if (reading.failure() != null) {
          return reading.failure();
        }
      }
    }
    return null;
  }
}
