package org.upstart4j.analysis.internal.shell;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the simple commands of a script in the order of the text, with what lies around them. */
final class CommandWalk {

  /** Where the shell disregards {@code -e}. */
  private static final Set<Context> EXEMPT =
      EnumSet.of(
          Context.SUBSTITUTION,
          Context.CONDITION,
          Context.PIPED,
          Context.LEFT_OF_AND,
          Context.LEFT_OF_OR,
          Context.NEGATED,
          Context.BACKGROUND);

  private final List<Occurrence> found = new ArrayList<>();
  private final Map<Set<Context>, Set<Context>> shared = new HashMap<>();
  private String function = "";
  private boolean errExit = true;

  static List<Occurrence> of(Block block) {
    CommandWalk walk = new CommandWalk();
    walk.each(block, EnumSet.noneOf(Context.class));
    return List.copyOf(walk.found);
  }

  private void each(Node node, Set<Context> around) {
    node.children().forEach(child -> walk(child, around));
  }

  private void walk(Node node, Set<Context> around) {
    if (node instanceof Statement statement) {
      statement(statement, around);
    } else if (node instanceof Pipeline pipeline) {
      pipeline(pipeline, around);
    } else if (node instanceof Branch branch) {
      each(branch.condition(), with(around, Context.CONDITION));
      each(branch.body(), with(around, Context.BRANCH));
    } else if (node instanceof ShellCommand command) {
      command(command, around);
    } else if (node instanceof WordPart.Substitution
        || node instanceof WordPart.ProcessSubstitution) {
      separately(node, with(around, Context.SUBSTITUTION));
    } else {
      each(node, around);
    }
  }

  private void statement(Statement statement, Set<Context> around) {
    boolean or = false;
    boolean and = false;
    Deque<Set<Context>> contexts = new ArrayDeque<>();
    for (int i = statement.pipelines().size() - 1; i >= 0; i--) {
      Set<Context> inside = copy(around);
      add(inside, Context.BACKGROUND, statement.background());
      add(inside, Context.LEFT_OF_AND, and);
      add(inside, Context.LEFT_OF_OR, or);
      add(inside, Context.BRANCH, i > 0);
      contexts.push(inside);
      and = statement.pipelines().get(i).join() == Pipeline.Join.AND;
      or |= statement.pipelines().get(i).join() == Pipeline.Join.OR;
    }
    statement.pipelines().forEach(pipeline -> walk(pipeline, contexts.pop()));
  }

  private void pipeline(Pipeline pipeline, Set<Context> around) {
    boolean several = pipeline.commands().size() > 1;
    for (ShellCommand command : pipeline.commands()) {
      Set<Context> inside = copy(around);
      add(inside, Context.NEGATED, pipeline.negated());
      add(inside, Context.PIPELINE, several);
      add(inside, Context.PIPED, command != pipeline.last());
      walk(command, inside);
    }
  }

  private void command(ShellCommand command, Set<Context> around) {
    if (command instanceof ShellCommand.Simple simple) {
      simple(simple, around);
    } else if (command instanceof ShellCommand.Subshell subshell) {
      separately(subshell, with(around, Context.SUBSHELL));
    } else if (command instanceof ShellCommand.If branches) {
      branches.branches().forEach(branch -> walk(branch, around));
      Stream.ofNullable(branches.otherwise()).forEach(b -> each(b, with(around, Context.BRANCH)));
    } else if (command instanceof ShellCommand.Loop loop) {
      each(loop.condition(), with(around, Context.CONDITION));
      each(loop.body(), with(around, Context.LOOP));
    } else if (command instanceof ShellCommand.For || command instanceof ShellCommand.CountingFor) {
      each(command, with(around, Context.LOOP));
    } else if (command instanceof ShellCommand.Case) {
      each(command, with(around, Context.BRANCH));
    } else if (command instanceof ShellCommand.FunctionDefinition definition) {
      String outer = function;
      function = definition.name();
      each(definition, with(EnumSet.noneOf(Context.class), Context.FUNCTION));
      function = outer;
    } else {
      each(command, around);
    }
  }

  private void simple(ShellCommand.Simple simple, Set<Context> around) {
    boolean ends = errExit && around.stream().noneMatch(EXEMPT::contains);
    Set<Context> contexts = shared.computeIfAbsent(around, Set::copyOf);
    found.add(new Occurrence(simple, contexts, function, ends));
    if (simple.runs("set")) {
      simple.words().forEach(this::noteErrExit);
    }
    each(simple, around);
  }

  private void noteErrExit(ShellWord word) {
    String text = word.literal().orElse("");
    if (text.matches("[-+][a-z]*e[a-z]*")) {
      errExit = text.startsWith("-");
    }
  }

  /** What another process runs does not change the options of this one. */
  private void separately(Node node, Set<Context> around) {
    boolean outer = errExit;
    each(node, around);
    errExit = outer;
  }

  private static Set<Context> copy(Set<Context> contexts) {
    Set<Context> copy = EnumSet.noneOf(Context.class);
    copy.addAll(contexts);
    return copy;
  }

  private static Set<Context> with(Set<Context> contexts, Context more) {
    Set<Context> copy = copy(contexts);
    copy.add(more);
    return copy;
  }

  private static void add(Set<Context> contexts, Context context, boolean holds) {
    if (holds) {
      contexts.add(context);
    }
  }
}
