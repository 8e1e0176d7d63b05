package org.upstart4j.jobfile.internal.rule;

import org.jspecify.annotations.Nullable;
import org.upstart4j.jobfile.stanza.TypedStanza;

/**
 * The rule of a stanza with values of one type.
 *
 * @param <S> the type
 */
abstract class ValueRule<S extends TypedStanza> implements StanzaRule {

  private final Class<S> type;

  ValueRule(Class<S> type) {
    this.type = type;
  }

  /** Prints a stanza, given its name and the keyword after it, if it has one. */
  abstract String text(String head, S stanza);

  /** Applies a stanza to a job. */
  abstract void apply(S stanza, SettingsDraft job);

  /** Says why a stanza, once printed, is not read as it was. */
  String objection(@Nullable Failure failure) {
    return failure == null ? "it would be read as something else" : failure.message();
  }

  /** The reading of a stanza, which fails if there is another word on its line. */
  final Reading done(S stanza, Words words) {
    return new Reading(stanza, words.end(), job -> apply(stanza, job));
  }

  @Override
  public final String print(String head, TypedStanza stanza) {
    return text(head, type.cast(stanza));
  }

  @Override
  public boolean covers(TypedStanza stanza) {
    return type.isInstance(stanza);
  }

  @Override
  public final String objection(TypedStanza stanza, @Nullable Failure failure) {
    return objection(failure);
  }
}
