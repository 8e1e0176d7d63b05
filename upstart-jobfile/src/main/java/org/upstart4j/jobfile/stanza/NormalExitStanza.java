package org.upstart4j.jobfile.stanza;

import java.util.List;
import org.upstart4j.ExitStatus;

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
   * @throws IllegalArgumentException if one is {@link ExitStatus#NOT_RUN}
   */
  public NormalExitStanza {
    statuses = List.copyOf(statuses);
    if (statuses.contains(ExitStatus.NOT_RUN)) {
      throw new IllegalArgumentException("An exit status is 0 or more, not -1");
    }
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
