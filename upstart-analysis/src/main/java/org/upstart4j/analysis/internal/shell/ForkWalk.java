package org.upstart4j.analysis.internal.shell;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the first thing for which the shell surely makes a process, before it gives itself to one.
 * What only runs in a branch is left out.
 */
final class ForkWalk {

  private final Map<String, ShellCommand.FunctionDefinition> functions;
  private final boolean programsFork;
  private final Set<String> entered = new HashSet<>();
  private @Nullable Node fork;
  private boolean over;

  private ForkWalk(Map<String, ShellCommand.FunctionDefinition> functions, boolean programsFork) {
    this.functions = functions;
    this.programsFork = programsFork;
  }

  static Optional<Node> first(
      Block block, Map<String, ShellCommand.FunctionDefinition> functions, boolean programsFork) {
    ForkWalk walk = new ForkWalk(functions, programsFork);
    walk.each(block);
    return Optional.ofNullable(walk.fork);
  }

  private void each(Node node) {
    for (Node child : node.children()) {
      if (over) {
        return;
      }
      walk(child);
    }
  }

  private void walk(Node node) {
    if (forks(node)) {
      fork = node;
      over = true;
    } else if (node instanceof ShellCommand.Simple simple) {
      each(simple);
      if (!over) {
        run(simple);
      }
    } else {
      surely(node).ifPresent(this::each);
    }
  }

  private static boolean forks(Node node) {
    return node instanceof ShellCommand.Subshell
        || node instanceof WordPart.Substitution
        || node instanceof WordPart.ProcessSubstitution
        || (node instanceof Statement statement && statement.background())
        || (node instanceof Pipeline pipeline && pipeline.commands().size() > 1);
  }

  /** What of a command runs whatever happens. */
  private static Optional<Node> surely(Node node) {
    if (node instanceof Pipeline pipeline && pipeline.join() != Pipeline.Join.FIRST) {
      return Optional.empty();
    } else if (node instanceof ShellCommand.If branches) {
      return Optional.of(branches.branches().get(0).condition());
    } else if (node instanceof ShellCommand.Case cases) {
      return Optional.of(cases.subject());
    } else if (node instanceof ShellCommand.Loop loop) {
      return Optional.of(loop.condition());
    } else if (node instanceof ShellCommand.FunctionDefinition) {
      return Optional.empty();
    }
    return Optional.of(node);
  }

  private void run(ShellCommand.Simple simple) {
    String name = simple.name().orElse("");
    ShellCommand.FunctionDefinition function = functions.get(name);
    if (Builtins.leaves(simple)) {
      over = true;
    } else if (function != null) {
      if (entered.add(name)) {
        each(function);
      }
    } else if (programsFork && !simple.words().isEmpty() && !Builtins.contains(name)) {
      fork = simple;
      over = true;
    }
  }
}
