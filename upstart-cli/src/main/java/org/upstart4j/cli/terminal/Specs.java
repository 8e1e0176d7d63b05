package org.upstart4j.cli.terminal;

import java.util.Arrays;
import java.util.concurrent.Callable;
import org.upstart4j.jobfile.stanza.Dialect;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Describes commands to picocli. By calls instead of annotations: those would more than double the
 * time from the start to the first line printed.
 */
public final class Specs {

  private Specs() {}

  /** A command that does something. */
  public static CommandSpec command(String name, Callable<Integer> action, String... description) {
    return describe(CommandSpec.wrapWithoutInspection(action), name, description);
  }

  /** A command that has others under it. */
  public static CommandSpec group(String name, String... description) {
    return describe(CommandSpec.create(), name, description);
  }

  private static CommandSpec describe(CommandSpec spec, String name, String... description) {
    spec.name(name);
    spec.usageMessage().description(description);
    return spec.addOption(
        OptionSpec.builder("-h", "--help")
            .usageHelp(true)
            .description("Show this help and exit.")
            .build());
  }

  public static OptionSpec flag(String description, String... names) {
    return OptionSpec.builder(names)
        .type(boolean.class)
        .defaultValue("false")
        .description(description)
        .build();
  }

  public static OptionSpec text(String label, String description, String... names) {
    return OptionSpec.builder(names)
        .type(String.class)
        .paramLabel(label)
        .description(description)
        .build();
  }

  /** An option that takes a number, 0 or more. */
  public static OptionSpec number(String label, String description, String... names) {
    return OptionSpec.builder(names)
        .type(Integer.class)
        .paramLabel(label)
        .description(description)
        .build();
  }

  /** An option that may be given several times. */
  public static OptionSpec texts(String label, String description, String... names) {
    return OptionSpec.builder(names)
        .type(String[].class)
        .paramLabel(label)
        .description(description)
        .build();
  }

  /** The same option, of which a shell knows what it may be given. */
  public static OptionSpec oneOf(Iterable<String> words, OptionSpec option) {
    return option.toBuilder().completionCandidates(words).build();
  }

  /** The same parameter, of which a shell knows what it may be. */
  public static PositionalParamSpec oneOf(Iterable<String> words, PositionalParamSpec parameter) {
    return parameter.toBuilder().completionCandidates(words).build();
  }

  public static OptionSpec dialect() {
    return OptionSpec.builder("--dialect")
        .completionCandidates(Arrays.stream(Dialect.values()).map(Dialect::text).toList())
        .type(Dialect.class)
        .defaultValue(Dialect.UPSTART.text())
        .paramLabel("DIALECT")
        .description("Whose stanzas are known: upstart (the default) or chromeos.")
        .build();
  }

  /** A parameter that there must be. */
  public static PositionalParamSpec one(int index, String label, String description) {
    return PositionalParamSpec.builder()
        .index(Integer.toString(index))
        .arity("1")
        .required(true)
        .type(String.class)
        .paramLabel(label)
        .description(description)
        .build();
  }

  /** The parameters from an index on, at least so many. */
  public static PositionalParamSpec many(int index, int least, String label, String description) {
    return PositionalParamSpec.builder()
        .index(index + "..*")
        .arity(least + "..*")
        .required(least > 0)
        .type(String[].class)
        .paramLabel(label)
        .description(description)
        .build();
  }
}
