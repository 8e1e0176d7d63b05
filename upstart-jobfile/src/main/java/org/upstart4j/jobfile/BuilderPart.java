package org.upstart4j.jobfile;

import org.upstart4j.jobfile.stanza.TypedStanza;

/**
 * What all parts of {@link JobFileBuilder} build on. Each part has the methods for the stanzas of
 * one topic; all of them end here.
 */
public sealed interface BuilderPart
    permits DescriptionStanzas,
        EnvironmentStanzas,
        EventStanzas,
        LifecycleStanzas,
        LimitStanzas,
        ProcessStanzas {

  /**
   * Changes the stanza that says this already, or adds it. Of stanzas that add up, only this one
   * stays.
   *
   * @param stanza what the file is to say
   * @return this builder
   */
  JobFileBuilder set(TypedStanza stanza);

  /**
   * Changes the stanza that says this already, or adds it. Of stanzas that add up, only this one
   * stays.
   *
   * @param stanza what the file is to say, as it stands in a job file
   * @return this builder
   * @throws IllegalArgumentException if it is not one stanza that Upstart accepts
   */
  JobFileBuilder set(String stanza);

  /**
   * Adds a stanza, whatever is there already.
   *
   * @param stanza what it says
   * @return this builder
   */
  JobFileBuilder add(TypedStanza stanza);
}
