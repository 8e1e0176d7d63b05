package org.upstart4j.analysis.internal.rule;

import java.util.List;
import org.upstart4j.analysis.internal.shell.Node;
import org.upstart4j.analysis.internal.shell.ShellCommand;
import org.upstart4j.analysis.internal.shell.ShellScript;
import org.upstart4j.analysis.platform.Shell;
import org.upstart4j.analysis.platform.Target;

/**
 * A process that waits for the service, and so is what Upstart sees.
 *
 * @param keeper what it is, for example {@code the shell}
 * @param service the command that is the service
 * @param instead what to write, as a sentence
 * @param places where {@code exec} would help
 */
record TrackedShell(String keeper, ShellCommand.Simple service, String instead, List<Node> places) {

  static final String THE_SHELL = "the shell";

  /** Those that a main process has. */
  static List<TrackedShell> of(CheckedScript process, Target target) {
    ShellScript script = process.script();
    if (process.isCommand()) {
      return new TrackedShells(target).ofCommand(script);
    }
    return new TrackedShells(target)
        .ofScript(script, THE_SHELL, target.shell() == Shell.BASH && process.isOneLine());
  }
}
