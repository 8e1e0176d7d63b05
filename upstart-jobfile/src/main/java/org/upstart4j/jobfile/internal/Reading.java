package org.upstart4j.jobfile.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.upstart4j.jobfile.stanza.TypedStanza;

/**
 * What was read of a stanza. Upstart notices a word too many only after it took the stanza, so that
 * a value and a failure may stand together.
 *
 * @param stanza what the stanza says
 * @param failure why Upstart rejects the file here
 * @param leftovers what the stanza changed all the same, if it says nothing
 */
public record Reading(
    @Nullable TypedStanza stanza, @Nullable Failure failure, List<Leftover> leftovers) {

  static Reading of(TypedStanza stanza) {
    return new Reading(stanza, null, List.of());
  }

  static Reading of(TypedStanza stanza, @Nullable Failure failure) {
    return new Reading(stanza, failure, List.of());
  }

  static Reading failed(Failure failure, Leftover... leftovers) {
    return new Reading(null, failure, List.of(leftovers));
  }
}
