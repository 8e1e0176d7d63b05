package org.upstart4j.analysis.internal.shell;

import java.util.Set;

/** Commands that the shell runs itself. */
public final class Builtins {

  /** Of dash and bash alike. */
  private static final Set<String> COMMON =
      Set.of(
          ".",
          ":",
          "[",
          "alias",
          "bg",
          "break",
          "cd",
          "command",
          "continue",
          "echo",
          "eval",
          "exec",
          "exit",
          "export",
          "false",
          "fg",
          "getopts",
          "hash",
          "jobs",
          "kill",
          "local",
          "printf",
          "pwd",
          "read",
          "readonly",
          "return",
          "set",
          "shift",
          "test",
          "times",
          "trap",
          "true",
          "type",
          "ulimit",
          "umask",
          "unalias",
          "unset",
          "wait");

  private static final Set<String> BASH =
      Set.of(
          "bind",
          "builtin",
          "caller",
          "compgen",
          "complete",
          "declare",
          "dirs",
          "disown",
          "enable",
          "help",
          "history",
          "let",
          "logout",
          "mapfile",
          "popd",
          "pushd",
          "readarray",
          "shopt",
          "source",
          "suspend",
          "typeset");

  private Builtins() {}

  /** {@return whether every shell runs a command of this name itself} */
  public static boolean isCommon(String name) {
    return COMMON.contains(name);
  }

  /** {@return whether bash runs a command of this name itself, and dash does not} */
  public static boolean isOfBash(String name) {
    return BASH.contains(name);
  }

  /** {@return whether a shell runs a command of this name itself} */
  public static boolean contains(String name) {
    return isCommon(name) || isOfBash(name);
  }

  /** {@return whether nothing of the script runs behind the command} */
  static boolean leaves(ShellCommand.Simple command) {
    return command.runs("exit") || isExec(command);
  }

  /** {@return whether the command gives the process to a program} */
  public static boolean isExec(ShellCommand.Simple command) {
    return command.runs("exec") && command.words().size() > 1;
  }
}
