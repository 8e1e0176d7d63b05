package org.upstart4j.analysis.platform;

import java.util.Optional;

/**
 * Has a shell read scripts without running them. The analysis itself starts no program; whoever may
 * gives it one of these. Called by several threads at once.
 */
public interface ShellSyntax {

  /**
   * What a shell says of a script.
   *
   * @param line the line of the script that it complains about, from 1
   * @param message what it says
   */
  record Refusal(int line, String message) {}

  /**
   * Has a shell read a script.
   *
   * @param shell the kind of shell
   * @param script the script
   * @return why the shell refuses it; nothing if it does not
   */
  Optional<Refusal> refusal(Shell shell, String script);

  /**
   * Says which program reads scripts of a kind here.
   *
   * @param shell the kind of shell
   * @return the program, for example {@code /bin/dash}; nothing if there is none, and then no
   *     script is refused
   */
  Optional<String> program(Shell shell);
}
