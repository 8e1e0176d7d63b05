package org.upstart4j.analysis.internal.shell;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the commands with which a script may end, in the order of the text. */
final class EndWalk {

  private final Map<String, ShellCommand.FunctionDefinition> functions;
  private final Set<String> entered = new HashSet<>();
  private final List<Ending> found = new ArrayList<>();

  private EndWalk(Map<String, ShellCommand.FunctionDefinition> functions) {
    this.functions = functions;
  }

  static List<Ending> of(Block block, Map<String, ShellCommand.FunctionDefinition> functions) {
    EndWalk walk = new EndWalk(functions);
    walk.block(block, true);
    return List.copyOf(walk.found);
  }

  /** Says whether the script surely ends in the block; if it is the last one, it does anyway. */
  private boolean block(Block block, boolean last) {
    List<Statement> statements = block.statements();
    for (int i = 0; i < statements.size(); i++) {
      if (statement(statements.get(i), last && i == statements.size() - 1)) {
        return true;
      }
    }
    return false;
  }

  private boolean statement(Statement statement, boolean last) {
    boolean ends = false;
    for (Pipeline pipeline : statement.pipelines()) {
      boolean ended = pipeline(statement, pipeline, last);
      ends = ended && pipeline.join() == Pipeline.Join.FIRST;
      if (ends) {
        break;
      }
    }
    return ends && !statement.background();
  }

  private boolean pipeline(Statement statement, Pipeline pipeline, boolean last) {
    Ending ending = new Ending(statement, pipeline, pipeline.last().bare());
    if (ending.piped() || ending.background()) {
      add(ending, last);
      return false;
    }
    return command(ending, last);
  }

  private void add(Ending ending, boolean last) {
    if (last) {
      found.add(ending);
    }
  }

  private boolean command(Ending ending, boolean last) {
    ShellCommand command = ending.command();
    if (command instanceof ShellCommand.Simple simple) {
      return simple(ending, simple, last);
    } else if (command instanceof ShellCommand.Group group) {
      return block(group.body(), last);
    } else if (command instanceof ShellCommand.If branches) {
      return branches(branches, last);
    } else if (command instanceof ShellCommand.Case arms) {
      return arms(arms, last);
    } else if (command instanceof ShellCommand.Loop loop) {
      block(loop.body(), false);
      add(ending, last || isEndless(loop));
      return isEndless(loop);
    } else if (command instanceof ShellCommand.For loop) {
      block(loop.body(), false);
    }
    add(ending, last);
    return false;
  }

  private boolean simple(Ending ending, ShellCommand.Simple simple, boolean last) {
    if (Builtins.leaves(simple)) {
      found.add(ending);
      return true;
    }
    String name = simple.name().orElse("");
    ShellCommand.FunctionDefinition function = functions.get(name);
    if (function == null || !entered.add(name)) {
      add(ending, last);
      return false;
    }
    Ending body = new Ending(ending.statement(), ending.pipeline(), function.body().bare());
    boolean ends = command(body, last);
    entered.remove(name);
    return ends;
  }

  private boolean branches(ShellCommand.If command, boolean last) {
    boolean ends = true;
    for (Branch branch : command.branches()) {
      ends &= block(branch.body(), last);
    }
    Block otherwise = command.otherwise();
    return otherwise != null && block(otherwise, last) && ends;
  }

  private boolean arms(ShellCommand.Case command, boolean last) {
    boolean ends = true;
    boolean always = false;
    for (CaseArm arm : command.arms()) {
      ends &= block(arm.body(), last);
      always |= arm.patterns().stream().anyMatch(EndWalk::matchesAll);
    }
    return ends && always;
  }

  private static boolean matchesAll(ShellWord pattern) {
    return pattern.parts().size() == 1
        && pattern.parts().get(0) instanceof WordPart.Glob glob
        && glob.text().equals("*");
  }

  /** A loop on {@code true} or {@code :} that nothing breaks. */
  static boolean isEndless(ShellCommand.Loop loop) {
    List<ShellCommand.Simple> conditions = loop.condition().all(ShellCommand.Simple.class);
    String wanted = loop.until() ? "false" : "true";
    boolean constant =
        conditions.size() == 1
            && (conditions.get(0).runs(wanted)
                || (!loop.until() && conditions.get(0).runs(":"))
                || (!loop.until() && conditions.get(0).words().size() == 3 && isOne(conditions)));
    return constant
        && loop.body().all(ShellCommand.Simple.class).stream().noneMatch(c -> c.runs("break"));
  }

  /** {@code [ 1 ]}. */
  private static boolean isOne(List<ShellCommand.Simple> conditions) {
    List<ShellWord> words = conditions.get(0).words();
    return words.get(0).is("[") && words.get(1).literal().filter(w -> !w.isEmpty()).isPresent();
  }
}
