package org.upstart4j.analysis.internal.shell;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A command of a pipeline. */
public sealed interface ShellCommand extends Node {

  /** {@return the command without redirections around it} */
  default ShellCommand bare() {
    return this;
  }

  /** Assignments, words and redirections; at least one of them. */
  record Simple(
      List<Assignment> assignments,
      List<ShellWord> words,
      List<Redirection> redirections,
      int start,
      int end)
      implements ShellCommand {
    public Simple {
      assignments = List.copyOf(assignments);
      words = List.copyOf(words);
      redirections = List.copyOf(redirections);
    }

    /** {@return the first word, if it is constant} */
    public Optional<String> name() {
      return words.isEmpty() ? Optional.empty() : words.get(0).literal();
    }

    /** {@return whether its first word is this text} */
    public boolean runs(String name) {
      return name().filter(name::equals).isPresent();
    }

    @Override
    public List<? extends Node> children() {
      if (assignments.isEmpty() && redirections.isEmpty()) {
        return words;
      }
      Stream<Node> all = Stream.of(assignments, words, redirections).<Node>flatMap(List::stream);
      return redirections.isEmpty()
          ? all.toList()
          : all.sorted(Comparator.comparingInt(Node::start)).toList();
    }
  }

  /** A command with braces, brackets or words of its own, and redirections behind it. */
  record Redirected(ShellCommand command, List<Redirection> redirections, int start, int end)
      implements ShellCommand {
    public Redirected {
      redirections = List.copyOf(redirections);
    }

    @Override
    public ShellCommand bare() {
      return command.bare();
    }

    @Override
    public List<Node> children() {
      return Stream.concat(Stream.<Node>of(command), redirections.stream()).toList();
    }
  }

  /** A block in parentheses, which a process of its own runs. */
  record Subshell(Block body, int start, int end) implements ShellCommand {
    @Override
    public List<Block> children() {
      return List.of(body);
    }
  }

  /** A block in braces. */
  record Group(Block body, int start, int end) implements ShellCommand {
    @Override
    public List<Block> children() {
      return List.of(body);
    }
  }

  /** An {@code if} with its {@code elif}s, and what {@code else} runs, or null. */
  record If(List<Branch> branches, @Nullable Block otherwise, int start, int end)
      implements ShellCommand {
    public If {
      branches = List.copyOf(branches);
    }

    @Override
    public List<Node> children() {
      return Stream.<Node>concat(branches.stream(), Stream.ofNullable(otherwise)).toList();
    }
  }

  /** A {@code while} or {@code until}. */
  record Loop(boolean until, Block condition, Block body, int start, int end)
      implements ShellCommand {
    @Override
    public List<Block> children() {
      return List.of(condition, body);
    }
  }

  /** A {@code for} or bash's {@code select}; without words, over the arguments. */
  record For(String keyword, String variable, List<ShellWord> words, Block body, int start, int end)
      implements ShellCommand {
    public For {
      words = List.copyOf(words);
    }

    @Override
    public List<Node> children() {
      return Stream.concat(words.stream(), Stream.<Node>of(body)).toList();
    }
  }

  /** Bash's {@code for ((a; b; c))}. */
  record CountingFor(List<WordPart> parts, Block body, int start, int end) implements ShellCommand {
    public CountingFor {
      parts = List.copyOf(parts);
    }

    @Override
    public List<Node> children() {
      return Stream.concat(parts.stream(), Stream.<Node>of(body)).toList();
    }
  }

  /** A {@code case}. */
  record Case(ShellWord subject, List<CaseArm> arms, int start, int end) implements ShellCommand {
    public Case {
      arms = List.copyOf(arms);
    }

    @Override
    public List<Node> children() {
      return Stream.concat(Stream.<Node>of(subject), arms.stream()).toList();
    }
  }

  /**
   * The definition of a function.
   *
   * @param name its name
   * @param keyword whether bash's {@code function} stands before it
   * @param body what it runs
   */
  record FunctionDefinition(String name, boolean keyword, ShellCommand body, int start, int end)
      implements ShellCommand {
    @Override
    public List<ShellCommand> children() {
      return List.of(body);
    }
  }

  /** Bash's {@code [[ ]]}: all words and operators in it. */
  record DoubleBracket(List<ShellWord> words, int start, int end) implements ShellCommand {
    public DoubleBracket {
      words = List.copyOf(words);
    }

    @Override
    public List<ShellWord> children() {
      return words;
    }
  }

  /** Bash's {@code (( ))}. */
  record Arithmetic(List<WordPart> parts, int start, int end) implements ShellCommand {
    public Arithmetic {
      parts = List.copyOf(parts);
    }

    @Override
    public List<WordPart> children() {
      return parts;
    }
  }

  /** What cannot be read; empty where a command is missing. */
  record Unreadable(int start, int end) implements ShellCommand {
    @Override
    public List<Node> children() {
      return List.of();
    }
  }
}
