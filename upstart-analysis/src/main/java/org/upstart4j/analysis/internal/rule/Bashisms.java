package org.upstart4j.analysis.internal.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.upstart4j.analysis.internal.shell.Assignment;
import org.upstart4j.analysis.internal.shell.CaseArm;
import org.upstart4j.analysis.internal.shell.Node;
import org.upstart4j.analysis.internal.shell.Redirection;
import org.upstart4j.analysis.internal.shell.ShellCommand;
import org.upstart4j.analysis.internal.shell.ShellScript;
import org.upstart4j.analysis.internal.shell.ShellWord;
import org.upstart4j.analysis.internal.shell.WordPart;

/** Finds what dash does not know in the grammar of a script. */
final class Bashisms {

  /** Operators of parameters that every shell knows. */
  private static final Set<String> OF_ALL =
      Set.of("", ":-", ":=", ":?", ":+", "-", "=", "?", "+", "#", "##", "%", "%%");

  private static final Pattern INCREMENT = Pattern.compile("\\+\\+|--|\\*\\*");
  private static final Pattern BRACES =
      Pattern.compile(
          "\\{(-?\\d+\\.\\.-?\\d+(\\.\\.-?\\d+)?|[a-zA-Z]\\.\\.[a-zA-Z])}"
              + "|\\{[^{},\\s]*(,[^{},\\s]*)+}");

  private final ShellScript script;
  private final List<Bashism> found = new ArrayList<>();

  private Bashisms(ShellScript script) {
    this.script = script;
  }

  /** All that are in a script, in the order of the text. */
  static List<Bashism> of(ShellScript script) {
    Bashisms bashisms = new Bashisms(script);
    script.body().visit(bashisms::look);
    return bashisms.found;
  }

  private void look(Node node) {
    if (node instanceof ShellCommand.Simple simple) {
      BuiltinBashisms.add(simple, found);
      simple.words().forEach(this::braces);
    } else if (node instanceof ShellCommand.For loop) {
      forLoop(loop);
    } else if (node instanceof ShellCommand command) {
      command(command);
    } else if (node instanceof Redirection redirection) {
      redirection(redirection);
    } else if (node instanceof Assignment assignment) {
      assignment(assignment);
    } else if (node instanceof CaseArm arm && arm.ending().contains("&")) {
      found.add(
          Bashism.syntax(arm, "\"" + arm.ending() + "\"", "Write \";;\", and the commands twice."));
    } else if (node instanceof WordPart part) {
      part(part);
    }
  }

  private void command(ShellCommand command) {
    if (command instanceof ShellCommand.DoubleBracket) {
      found.add(
          Bashism.of(
              command,
              "dash has no \"[[\"",
              "it is \"not found\", so the condition never holds",
              "Write \"[ ]\" with \"=\", and \"case\" for patterns."));
    } else if (command instanceof ShellCommand.Arithmetic) {
      found.add(
          Bashism.of(
              command,
              "dash has no \"(( ))\"",
              "it takes what is inside for a command, which is \"not found\"",
              "Write \"[ $((...)) -ne 0 ]\"."));
    } else if (command instanceof ShellCommand.CountingFor) {
      found.add(
          Bashism.syntax(command, "\"for ((\"", "Write a \"while\" loop that counts, or \"seq\"."));
    } else if (command instanceof ShellCommand.FunctionDefinition definition) {
      function(definition);
    }
  }

  private void function(ShellCommand.FunctionDefinition definition) {
    if (definition.keyword()) {
      found.add(
          Bashism.syntax(definition, "\"function\"", "Write \"" + definition.name() + "() {\".")
              .replacing(definition.start(), definition.body().start(), definition.name() + "() "));
    } else if (!definition.name().matches("[A-Za-z_][A-Za-z0-9_]*")) {
      found.add(
          Bashism.syntax(
              definition,
              "function with the name \"" + definition.name() + "\"",
              "Use letters, digits and underscores only."));
    }
  }

  private void forLoop(ShellCommand.For loop) {
    loop.words().forEach(this::braces);
    if (loop.keyword().equals("select")) {
      found.add(Bashism.syntax(loop, "\"select\"", "Write \"read\" and \"case\"."));
    }
  }

  private void braces(ShellWord word) {
    boolean list =
        word.parts().stream()
            .anyMatch(
                part ->
                    part instanceof WordPart.Literal literal
                        && BRACES.matcher(literal.text()).find());
    if (list) {
      String written = script.written(word);
      found.add(
          Bashism.of(
              word,
              "dash does not expand \"" + written + "\"",
              "the braces reach the command as they are written",
              "Write the words out, or use \"seq\"."));
    }
  }

  private void redirection(Redirection redirection) {
    switch (redirection.operator()) {
      case "&>", "&>>" -> both(redirection);
      case "<<<" ->
          found.add(
              Bashism.syntax(
                  redirection, "\"<<<\"", "Write \"echo ... |\" before the command, or \"<<\"."));
      case ">&" -> {
        if (redirection.writes() && redirection.descriptor().isEmpty()) {
          both(redirection);
        }
      }
      default -> {
        if (redirection.descriptor().startsWith("{")) {
          found.add(
              Bashism.stopping(
                  redirection,
                  "\"" + redirection.descriptor() + "\" for a descriptor",
                  "Write a number."));
        }
      }
    }
  }

  /** Both outputs into one file. */
  private void both(Redirection redirection) {
    String operator = redirection.operator();
    String target = script.written(redirection.target());
    String plain = (operator.equals("&>>") ? ">>" : ">") + target + " 2>&1";
    String effect =
        operator.startsWith("&")
            ? "the command runs in the background, with its output where it was, and the file"
                + " stays empty"
            : "the script ends with \"Bad fd number\"";
    found.add(
        Bashism.of(
                redirection,
                operator.startsWith("&")
                    ? "dash takes \""
                        + operator
                        + "\" for \"&\" and \""
                        + operator.substring(1)
                        + "\""
                    : "dash has no \">&\" with a file",
                effect,
                "Write \"" + plain + "\".")
            .replacing(redirection.start(), redirection.end(), plain));
  }

  private void assignment(Assignment assignment) {
    if (!assignment.subscript().isEmpty()) {
      found.add(Bashism.stopping(assignment, "arrays", "Use a variable for each value."));
    } else if (assignment.operator().equals("+=")) {
      String name = assignment.name();
      found.add(
          Bashism.stopping(assignment, "\"+=\"", "Write \"" + name + "=\"$" + name + "...\"\"."));
    }
  }

  private void part(WordPart part) {
    if (part instanceof WordPart.ArrayValue) {
      found.add(Bashism.syntax(part, "arrays", "Use \"set --\", or a variable for each value."));
    } else if (part instanceof WordPart.ProcessSubstitution) {
      found.add(
          Bashism.syntax(part, "\"" + "<( )" + "\"", "Write a pipe, or use a file in between."));
    } else if (part instanceof WordPart.Parameter parameter) {
      parameter(parameter);
    } else if (part instanceof WordPart.Calculation calculation) {
      calculation(calculation);
    } else if ((part instanceof WordPart.SingleQuoted single && single.dollar())
        || (part instanceof WordPart.DoubleQuoted quoted && quoted.dollar())) {
      found.add(
          Bashism.of(
              part,
              "dash has no quotes with \"$\" before them",
              "the \"$\" stays in the text, and backslashes, too",
              "Write \"$(printf '...')\"."));
    }
  }

  private void parameter(WordPart.Parameter parameter) {
    String operator = parameter.operator();
    boolean known = OF_ALL.contains(operator);
    boolean odd = parameter.prefix().equals("!") || !parameter.subscript().isEmpty() || !known;
    if (parameter.braces() && odd && !parameter.name().isEmpty()) {
      found.add(
          Bashism.stopping(
              parameter,
              "\"" + script.written(parameter) + "\"",
              "Use \"cut\", \"sed\", \"tr\" or \"eval\", or \"${NAME#...}\" and \"${NAME%...}\"."));
    }
  }

  private void calculation(WordPart.Calculation calculation) {
    if (calculation.brackets()) {
      found.add(
          Bashism.of(
              calculation,
              "dash has no \"$[ ]\"",
              "the text stays as it is written",
              "Write \"$(( ))\"."));
    } else if (INCREMENT.matcher(script.written(calculation)).find()) {
      found.add(
          Bashism.stopping(calculation, "\"++\", \"--\" and \"**\"", "Write \"i=$((i + 1))\"."));
    }
  }
}
