package org.upstart4j.jobfile;

import org.upstart4j.jobfile.stanza.StanzaName;
import org.upstart4j.jobfile.stanza.TextStanza;

/** What the job is, for people. A part of {@link JobFileBuilder}. */
public sealed interface DescriptionStanzas extends BuilderPart permits JobFileBuilder {

  /**
   * Sets what the job is.
   *
   * @param text one line, not empty
   * @return this builder
   */
  default JobFileBuilder description(String text) {
    return set(new TextStanza(StanzaName.DESCRIPTION, text));
  }

  /**
   * Sets who wrote the job: {@code FirstName LastName <email@address>}.
   *
   * @param text one line, not empty
   * @return this builder
   */
  default JobFileBuilder author(String text) {
    return set(new TextStanza(StanzaName.AUTHOR, text));
  }

  /**
   * Sets which version the job is.
   *
   * @param text one line, not empty
   * @return this builder
   */
  default JobFileBuilder version(String text) {
    return set(new TextStanza(StanzaName.VERSION, text));
  }

  /**
   * Sets how to start the job, for people.
   *
   * @param text one line, not empty
   * @return this builder
   */
  default JobFileBuilder usage(String text) {
    return set(new TextStanza(StanzaName.USAGE, text));
  }
}
