package org.upstart4j.jobfile.internal.rule;

import org.jspecify.annotations.Nullable;
import org.upstart4j.jobfile.stanza.TypedStanza;

/**
 * What was read of a stanza. Upstart notices a word too many only after it took the stanza, so a
 * value and a failure may stand together.
 *
 * @param stanza what the stanza says
 * @param failure why Upstart rejects the file here
 * @param change what the stanza changes; even a rejected one may change something, which shows when
 *     an override file fails: the job stays as it is then
 */
public record Reading(@Nullable TypedStanza stanza, @Nullable Failure failure, Change change) {

  static Reading failed(Failure failure) {
    return failed(failure, Change.NONE);
  }

  static Reading failed(Failure failure, Change change) {
    return new Reading(null, failure, change);
  }
}
