package org.upstart4j.jobfile.stanza;

import org.upstart4j.ProcessType;

/**
 * A process given as a shell script, which runs with {@code sh -e}: {@code script}, {@code
 * pre-start script}.
 *
 * @param process which process
 * @param script the lines between {@code script} and {@code end script}, without the blanks that
 *     all have in common
 */
public record ScriptStanza(ProcessType process, String script) implements TypedStanza {

  @Override
  public StanzaName name() {
    return Processes.name(process, StanzaName.SCRIPT);
  }

  @Override
  public String slot() {
    return Processes.slot(process);
  }
}
