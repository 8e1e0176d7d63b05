package org.upstart4j.analysis.internal.shell;

import java.util.List;
import java.util.stream.Collectors;

/** A script's tree as one line, to compare. */
final class Sketch {

  private Sketch() {}

  static String of(String text) {
    ShellScript script = ShellScript.read(text);
    String missing = script.unreadable().isEmpty() ? "" : " !" + script.unreadable().size();
    return block(script.body()) + missing;
  }

  private static String block(Block block) {
    return join(block.statements().stream().map(Sketch::statement).toList(), "; ");
  }

  private static String statement(Statement statement) {
    return join(statement.pipelines().stream().map(Sketch::pipeline).toList(), " ")
        + (statement.background() ? " &" : "");
  }

  private static String pipeline(Pipeline pipeline) {
    String join =
        switch (pipeline.join()) {
          case FIRST -> "";
          case AND -> "&& ";
          case OR -> "|| ";
        };
    return join
        + (pipeline.negated() ? "! " : "")
        + join(pipeline.commands().stream().map(Sketch::command).toList(), " | ");
  }

  private static String command(ShellCommand command) {
    if (command instanceof ShellCommand.Simple simple) {
      return join(simple.children().stream().map(Sketch::piece).toList(), " ");
    } else if (command instanceof ShellCommand.Redirected redirected) {
      return command(redirected.command()) + " " + pieces(redirected.redirections());
    } else if (command instanceof ShellCommand.Unreadable unreadable) {
      return unreadable.start() == unreadable.end() ? "missing" : "unreadable";
    } else if (command instanceof ShellCommand.Loop loop) {
      return (loop.until() ? "until" : "while") + children(loop);
    } else if (command instanceof ShellCommand.For loop) {
      return loop.keyword() + " " + loop.variable() + children(loop);
    } else if (command instanceof ShellCommand.FunctionDefinition definition) {
      return "def " + definition.name() + children(definition);
    }
    return command.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT)
        + children(command);
  }

  private static String children(Node node) {
    return "("
        + node.children().stream().map(Sketch::piece).collect(Collectors.joining(", "))
        + ")";
  }

  private static String pieces(List<? extends Node> nodes) {
    return join(nodes.stream().map(Sketch::piece).toList(), " ");
  }

  private static String piece(Node node) {
    if (node instanceof Block block) {
      return block(block);
    } else if (node instanceof Statement statement) {
      return statement(statement);
    } else if (node instanceof ShellCommand command) {
      return command(command);
    } else if (node instanceof Branch branch) {
      return block(branch.condition()) + " ? " + block(branch.body());
    } else if (node instanceof CaseArm arm) {
      return join(arm.patterns().stream().map(Sketch::piece).toList(), "|")
          + " : "
          + block(arm.body())
          + arm.ending();
    } else if (node instanceof ShellWord word) {
      return word.parts().stream().map(Sketch::part).collect(Collectors.joining());
    } else if (node instanceof Assignment assignment) {
      return assignment.name()
          + assignment.subscript()
          + assignment.operator()
          + piece(assignment.value());
    } else if (node instanceof Redirection redirection) {
      return redirection.descriptor()
          + redirection.operator()
          + piece(redirection.target())
          + redirection.document().map(Sketch::document).orElse("");
    } else if (node instanceof WordPart part) {
      return part(part);
    }
    throw new IllegalArgumentException(node.toString());
  }

  private static String document(HereDocument document) {
    return "{" + document.children().stream().map(Sketch::part).collect(Collectors.joining()) + "}";
  }

  private static String part(WordPart part) {
    if (part instanceof WordPart.Literal literal) {
      return literal.text().replace("\n", "\\n");
    } else if (part instanceof WordPart.SingleQuoted quoted) {
      return (quoted.dollar() ? "$" : "") + "'" + quoted.text() + "'";
    } else if (part instanceof WordPart.Escaped escaped) {
      return "\\" + escaped.text();
    } else if (part instanceof WordPart.Parameter parameter) {
      return "${"
          + parameter.prefix()
          + parameter.name()
          + (parameter.subscript().isEmpty() ? "" : "[" + parameter.subscript() + "]")
          + parameter.operator()
          + join(parameter.argument().stream().map(Sketch::part).toList(), "")
          + "}";
    } else if (part instanceof WordPart.Substitution substitution) {
      return "$(" + block(substitution.body()) + ")";
    } else if (part instanceof WordPart.Glob glob) {
      return "<" + glob.text() + ">";
    } else if (part instanceof WordPart.Tilde tilde) {
      return "<~" + tilde.user() + ">";
    } else if (part instanceof WordPart.DoubleQuoted quoted) {
      return "\"" + join(quoted.parts().stream().map(Sketch::part).toList(), "") + "\"";
    }
    return part.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT) + children(part);
  }

  private static String join(List<String> texts, String between) {
    return String.join(between, texts);
  }
}
