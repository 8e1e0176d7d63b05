package org.upstart4j.jobfile.stanza;

import java.util.List;

/**
 * Which ways to exit are no failure: {@code normal exit 0 TERM}. Several such stanzas add up.
 *
 * @param statuses exit codes and signals
 */
public record NormalExitStanza(List<ExitStatus> statuses) implements TypedStanza {

  /**
   * Makes a list of ways to exit.
   *
   * @param statuses exit codes and signals
   */
  public NormalExitStanza {
    statuses = List.copyOf(statuses);
  }

  @Override
  public StanzaName name() {
    return StanzaName.NORMAL;
  }

  @Override
  public String slot() {
    return "normal exit";
  }
}
