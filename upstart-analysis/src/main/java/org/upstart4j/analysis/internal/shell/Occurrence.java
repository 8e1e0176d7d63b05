package org.upstart4j.analysis.internal.shell;

import java.util.Set;

/**
 * A simple command, and where it stands.
 *
 * @param command the command
 * @param contexts what lies around it
 * @param function the innermost function that it is in, or nothing
 * @param failureEnds whether under {@code sh -e} its failure ends the script
 */
public record Occurrence(
    ShellCommand.Simple command, Set<Context> contexts, String function, boolean failureEnds) {

  public Occurrence {
    contexts = Set.copyOf(contexts);
  }

  /**
   * Says whether something lies around it.
   *
   * @param context what
   * @return whether it does
   */
  public boolean in(Context context) {
    return contexts.contains(context);
  }
}
