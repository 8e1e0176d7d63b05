package org.upstart4j.jobfile;

/** What becomes of the comments right above a stanza that is removed or moved. */
public enum CommentsAbove {
  /** They stay where they are. */
  STAY,
  /** They go with the stanza, up to the next blank line or stanza. */
  FOLLOW
}
