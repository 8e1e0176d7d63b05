package org.upstart4j.cli.command;

import java.util.ArrayList;
import java.util.List;

/**
 * What a command takes, and how it runs.
 *
 * @param action what it does
 * @param parameters the words that it takes
 * @param options its options
 * @param details more about it, in lines after its synopsis
 * @param notes what stands at the end of its help, a paragraph each; one that begins with two
 *     blanks is an example
 */
public record CommandForm(
    CommandAction action,
    List<Parameter> parameters,
    List<Option> options,
    List<String> details,
    List<String> notes) {

  /** A command that takes nothing. */
  public static CommandForm of(CommandAction action) {
    return new CommandForm(action, List.of(), List.of(), List.of(), List.of());
  }

  /** The same with these words. */
  public CommandForm taking(Parameter... words) {
    return new CommandForm(action, List.of(words), options, details, notes);
  }

  /** The same with more options. */
  public CommandForm with(Option... more) {
    return with(List.of(more));
  }

  /** The same with more options. */
  public CommandForm with(List<Option> more) {
    List<Option> all = new ArrayList<>(options);
    all.addAll(more);
    return new CommandForm(action, parameters, all, details, notes);
  }

  /** The same without some options. */
  CommandForm without(List<Option> some) {
    List<Option> rest = new ArrayList<>(options);
    rest.removeAll(some);
    return new CommandForm(action, parameters, rest, details, notes);
  }

  /** The same with more lines after the synopsis. */
  public CommandForm detailed(String... lines) {
    return new CommandForm(action, parameters, options, List.of(lines), notes);
  }

  /** The same with paragraphs at the end. */
  public CommandForm noting(String... paragraphs) {
    return new CommandForm(action, parameters, options, details, List.of(paragraphs));
  }

  /** How it is called, after its name. */
  public String usage() {
    StringBuilder text = new StringBuilder("[OPTION]...");
    parameters.forEach(parameter -> text.append(' ').append(parameter.usage()));
    return text.toString();
  }

  /** Refuses words that are too few or too many. */
  void checkNumber(List<String> words) {
    int least = 0;
    boolean open = false;
    for (Parameter parameter : parameters) {
      if (parameter.required() && words.size() <= least) {
        throw new Misuse("missing " + parameter.label());
      }
      least += parameter.required() ? 1 : 0;
      open |= parameter.repeated();
    }
    if (!open && words.size() > parameters.size()) {
      throw new Misuse("one argument too many: " + words.get(parameters.size()));
    }
  }
}
