package org.upstart4j.cli.initctl;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.upstart4j.cli.reach.Way;
import org.upstart4j.cli.terminal.Specs;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Describes commands to picocli, which never runs them. */
final class Described implements Callable<Integer> {

  private Described() {}

  static CommandSpec spec(Command command) {
    CommandSpec spec = Specs.command(command.name(), new Described(), command.synopsis());
    List<Option> options = new ArrayList<>(command.options());
    options.addAll(Commands.beyond(command));
    options.addAll(Option.GLOBAL);
    options.addAll(Option.BEYOND);
    options.addAll(List.of(Option.QUIET, Option.VERBOSE));
    options.forEach(option -> spec.addOption(describe(option)));
    if (command.usage() != null) {
      spec.addPositional(words(command.usage()));
    } else if (command.equals(Commands.HELP)) {
      spec.addPositional(words("[COMMAND]"));
    }
    if (command.help() != null) {
      spec.usageMessage().footer("", command.help());
    }
    return spec;
  }

  private static OptionSpec describe(Option option) {
    String name = "--" + option.name();
    String[] names =
        option.letter() == '\0' ? new String[] {name} : new String[] {"-" + option.letter(), name};
    @Nullable String help = option.help();
    String description = help == null ? "" : help;
    if (option.argument() == null) {
      return Specs.flag(description, names);
    }
    OptionSpec text = Specs.text(option.argument(), description, names);
    return option.equals(Option.TRANSPORT) ? Specs.oneOf(Way.words(), text) : text;
  }

  private static PositionalParamSpec words(String usage) {
    return PositionalParamSpec.builder()
        .index("0..*")
        .arity("0..*")
        .type(String[].class)
        .paramLabel(usage)
        .hideParamSyntax(true)
        .description("")
        .build();
  }

  @Override
  public Integer call() {
    throw new IllegalStateException("initctl's commands are run without picocli");
  }
}
