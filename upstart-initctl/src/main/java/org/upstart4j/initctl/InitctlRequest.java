package org.upstart4j.initctl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Capability;
import org.upstart4j.Environment;
import org.upstart4j.UpstartError;
import org.upstart4j.UpstartException;
import org.upstart4j.initctl.internal.CommandWords;
import org.upstart4j.spi.UpstartErrors;

/**
 * A command of initctl. Nothing that a caller passes can become an option or a further argument.
 *
 * @param words the command, its options and its arguments
 * @param variables environment variables that it needs
 * @param errors turns the errors that Upstart answers with into exceptions
 * @param capability what an initctl that doesn't know the command lacks; null if every initctl
 *     knows it
 */
record InitctlRequest(
    List<String> words,
    Map<String, String> variables,
    Function<UpstartError, UpstartException> errors,
    @Nullable Capability capability) {

  static InitctlRequest of(String command, String... options) {
    List<String> words = new ArrayList<>();
    words.add(command);
    words.addAll(List.of(options));
    return new InitctlRequest(List.copyOf(words), Map.of(), UpstartErrors::of, null);
  }

  InitctlRequest option(String option, boolean wanted) {
    return wanted ? with(List.of(option)) : this;
  }

  InitctlRequest argument(String argument, String what) {
    return with(List.of(CommandWords.requireArgument(argument, what)));
  }

  InitctlRequest arguments(Environment variablesOfJobs) {
    variablesOfJobs.entries().forEach(entry -> CommandWords.requireArgument(entry, "A variable"));
    return with(variablesOfJobs.entries());
  }

  private InitctlRequest with(List<String> more) {
    List<String> longer = new ArrayList<>(words);
    longer.addAll(more);
    return new InitctlRequest(List.copyOf(longer), variables, errors, capability);
  }

  /** Makes the command act on an instance that is known by its name. */
  InitctlRequest inside(String job, String instance) {
    Map<String, String> both = new LinkedHashMap<>();
    both.put("UPSTART_JOB", CommandWords.requireOneLine(job, "A job's name"));
    both.put("UPSTART_INSTANCE", CommandWords.requireOneLine(instance, "An instance's name"));
    return new InitctlRequest(words, both, errors, capability);
  }

  InitctlRequest failing(Function<UpstartError, UpstartException> newErrors) {
    return new InitctlRequest(words, variables, newErrors, capability);
  }

  InitctlRequest needing(Capability needed) {
    return new InitctlRequest(words, variables, errors, needed);
  }

  /** Returns the words, for logs and errors, without the values of variables. */
  @Override
  public String toString() {
    return CommandWords.withoutValues(words);
  }
}
