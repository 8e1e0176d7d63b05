package org.upstart4j.analysis.internal.shell;

/** What lies around a command and decides when it runs, where, and what its failure means. */
public enum Context {
  /** In the body of a function. */
  FUNCTION,
  /** In parentheses. */
  SUBSHELL,
  /** In a substitution of any kind. */
  SUBSTITUTION,
  /** In the condition of {@code if}, {@code while} or {@code until}. */
  CONDITION,
  /** In the body of a loop. */
  LOOP,
  /** It may be left out: in a branch, or behind {@code &&} or {@code ||}. */
  BRANCH,
  /** One of several commands of a pipeline. */
  PIPELINE,
  /** In a pipeline, and not its last command. */
  PIPED,
  /** Before {@code &&}. */
  LEFT_OF_AND,
  /** Before {@code ||}, be it a later one. */
  LEFT_OF_OR,
  /** Behind {@code !}. */
  NEGATED,
  /** Before {@code &}. */
  BACKGROUND
}
