package org.upstart4j.jobfile.stanza;

import org.jspecify.annotations.Nullable;
import org.upstart4j.ProcessType;

/**
 * A process given as a command: {@code exec COMMAND}, {@code pre-start exec COMMAND}.
 *
 * @param process which process
 * @param command the command, as Upstart runs it: directly, or by a shell if it holds one of the
 *     shell's characters
 */
public record ExecStanza(ProcessType process, String command) implements TypedStanza {

  private static final String SHELL_CHARACTERS = "~`!$^&*()=|\\{}[];\"'<>?";

  /**
   * Says whether Upstart gives a command to the shell, as it holds one of the shell's characters.
   * It splits any other command at its blanks and runs it itself.
   *
   * @param command a command
   * @return whether a shell reads it
   */
  public static boolean isReadByShell(String command) {
    return command.chars().anyMatch(c -> SHELL_CHARACTERS.indexOf(c) >= 0);
  }

  /** By hand, as what a record makes for itself takes a short command 20 ms. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ExecStanza that
        && process == that.process
        && command.equals(that.command);
  }

  @Override
  public int hashCode() {
    return 31 * process.hashCode() + command.hashCode();
  }

  @Override
  public StanzaName name() {
    return Processes.name(process, StanzaName.EXEC);
  }

  @Override
  public String slot() {
    return Processes.slot(process);
  }
}
