package org.upstart4j.analysis.internal.shell;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The variables of a script.
 *
 * @param assigned those that it sets for itself, in any way
 * @param exported those that it exports
 * @param used where it uses one, in the order of the text
 */
public record ShellVariables(
    Set<String> assigned, Set<String> exported, List<WordPart.Parameter> used) {

  private static final Set<String> DECLARING =
      Set.of("export", "readonly", "local", "declare", "typeset");

  public ShellVariables {
    assigned = Set.copyOf(assigned);
    exported = Set.copyOf(exported);
    used = List.copyOf(used);
  }

  static ShellVariables of(Block block, List<Occurrence> commands) {
    Set<String> assigned = new LinkedHashSet<>();
    Set<String> exported = new LinkedHashSet<>();
    for (Occurrence occurrence : commands) {
      ShellCommand.Simple command = occurrence.command();
      if (command.words().isEmpty()) {
        command.assignments().forEach(assignment -> assigned.add(assignment.name()));
      }
      note(command, assigned, exported);
    }
    block.all(ShellCommand.For.class).forEach(loop -> assigned.add(loop.variable()));
    List<WordPart.Parameter> used = block.all(WordPart.Parameter.class);
    used.stream()
        .filter(parameter -> parameter.operator().equals("=") || parameter.operator().equals(":="))
        .forEach(parameter -> assigned.add(parameter.name()));
    return new ShellVariables(assigned, exported, used);
  }

  private static void note(
      ShellCommand.Simple command, Set<String> assigned, Set<String> exported) {
    String name = command.name().orElse("");
    List<ShellWord> arguments = command.words().stream().skip(1).toList();
    if (DECLARING.contains(name)) {
      boolean exports = name.equals("export") || arguments.stream().anyMatch(w -> w.is("-x"));
      for (ShellWord argument : arguments) {
        Optional<String> variable = declared(argument);
        variable
            .filter(v -> argument.parts().size() > 1 || hasValue(argument))
            .ifPresent(assigned::add);
        variable.filter(v -> exports).ifPresent(exported::add);
      }
    } else if (name.equals("read")) {
      arguments.forEach(argument -> declared(argument).ifPresent(assigned::add));
    } else if (name.equals("getopts") && arguments.size() > 1) {
      declared(arguments.get(1)).ifPresent(assigned::add);
    }
  }

  private static boolean hasValue(ShellWord argument) {
    return argument.literal().filter(text -> text.indexOf('=') > 0).isPresent();
  }

  private static Optional<String> declared(ShellWord argument) {
    return argument.parts().stream()
        .findFirst()
        .flatMap(WordPart::constant)
        .map(text -> text.split("\\+?=", 2)[0])
        .filter(text -> text.matches("[A-Za-z_][A-Za-z0-9_]*"));
  }

  static List<String> used(Node node) {
    return node.all(WordPart.Parameter.class).stream().map(WordPart.Parameter::name).toList();
  }
}
