package org.upstart4j.cli.shell;

import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The manual page of a command. */
final class ManPage {

  private ManPage() {}

  /** The page's name, without its section. */
  static String name(CommandSpec spec) {
    return spec.qualifiedName("-");
  }

  static String of(CommandSpec spec, String version) {
    Roff page = new Roff().title(name(spec), version);
    List<String> description = List.of(spec.usageMessage().description());
    page.section("NAME").text(name(spec) + " - " + summary(description));
    page.section("SYNOPSIS").bold(synopsis(spec));
    page.section("DESCRIPTION");
    description.forEach(page::text);
    words(page, spec.positionalParameters());
    options(page, spec.options());
    commands(page, spec);
    footer(page, List.of(spec.usageMessage().footer()));
    seeAlso(page, spec);
    return page.toString();
  }

  private static String summary(List<String> description) {
    String first = description.isEmpty() ? "" : description.get(0);
    return first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
  }

  private static String synopsis(CommandSpec spec) {
    StringJoiner text = new StringJoiner(" ");
    text.add(spec.qualifiedName()).add("[OPTION]...");
    if (!spec.subcommands().isEmpty()) {
      text.add("COMMAND [ARGUMENT]...");
    }
    for (PositionalParamSpec word : spec.positionalParameters()) {
      text.add(label(word));
    }
    return text.toString();
  }

  private static String label(PositionalParamSpec word) {
    String label = word.paramLabel();
    if (word.hideParamSyntax()) {
      return label;
    }
    String many = word.index().max() > word.index().min() ? "..." : "";
    return word.required() ? label + many : "[" + label + "]" + many;
  }

  private static void words(Roff page, List<PositionalParamSpec> words) {
    for (PositionalParamSpec word : words) {
      String text = String.join("\n", word.description());
      if (!text.isBlank()) {
        page.term(word.paramLabel()).text(text);
      }
    }
  }

  private static void options(Roff page, List<OptionSpec> options) {
    page.section("OPTIONS");
    for (OptionSpec option : options) {
      String value = option.arity().max() > 0 ? " " + option.paramLabel() : "";
      page.term(String.join(", ", option.names()) + value)
          .text(String.join("\n", option.description()));
    }
  }

  private static void commands(Roff page, CommandSpec spec) {
    if (!spec.subcommands().isEmpty()) {
      page.section("COMMANDS");
      for (Map.Entry<String, CommandLine> command : spec.subcommands().entrySet()) {
        page.term(command.getKey())
            .text(command.getValue().getCommandSpec().usageMessage().description()[0]);
      }
    }
  }

  private static void footer(Roff page, List<String> lines) {
    if (lines.stream().anyMatch(line -> !line.isBlank())) {
      page.section("NOTES");
      for (String line : String.join("\n", lines).split("\n")) {
        if (line.startsWith("  ")) {
          page.asIs(line);
        } else if (!line.isBlank()) {
          page.paragraph(line);
        }
      }
    }
  }

  private static void seeAlso(Roff page, CommandSpec spec) {
    if (spec.parent() != null) {
      page.section("SEE ALSO").text(spec.root().name() + "(1), init(5), init(8), initctl(8)");
    }
  }
}
