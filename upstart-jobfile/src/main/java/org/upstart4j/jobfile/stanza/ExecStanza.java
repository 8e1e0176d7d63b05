package org.upstart4j.jobfile.stanza;

import org.upstart4j.ProcessType;

/**
 * A process given as a command: {@code exec COMMAND}, {@code pre-start exec COMMAND}.
 *
 * @param process which process
 * @param command the command, as Upstart runs it: directly, or by a shell if it holds one of the
 *     shell's characters
 */
public record ExecStanza(ProcessType process, String command) implements TypedStanza {

  @Override
  public StanzaName name() {
    return Processes.name(process, StanzaName.EXEC);
  }

  @Override
  public String slot() {
    return Processes.slot(process);
  }
}
