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
import org.upstart4j.initctl.internal.Words;
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
record Request(
    List<String> words,
    Map<String, String> variables,
    Function<UpstartError, UpstartException> errors,
    @Nullable Capability capability) {

  static Request of(String command, String... options) {
    List<String> words = new ArrayList<>();
    words.add(command);
    words.addAll(List.of(options));
    return new Request(List.copyOf(words), Map.of(), UpstartErrors::of, null);
  }

  Request option(String option, boolean wanted) {
    return wanted ? with(List.of(option)) : this;
  }

  Request argument(String argument, String what) {
    return with(List.of(Words.requireArgument(argument, what)));
  }

  Request arguments(Environment variablesOfJobs) {
    variablesOfJobs.entries().forEach(entry -> Words.requireArgument(entry, "A variable"));
    return with(variablesOfJobs.entries());
  }

  private Request with(List<String> more) {
    List<String> longer = new ArrayList<>(words);
    longer.addAll(more);
    return new Request(List.copyOf(longer), variables, errors, capability);
  }

  /** Makes the command act on an instance that is known by its name. */
  Request inside(String job, String instance) {
    Map<String, String> both = new LinkedHashMap<>();
    both.put("UPSTART_JOB", Words.requireOneLine(job, "A job's name"));
    both.put("UPSTART_INSTANCE", Words.requireOneLine(instance, "An instance's name"));
    return new Request(words, both, errors, capability);
  }

  Request failing(Function<UpstartError, UpstartException> newErrors) {
    return new Request(words, variables, newErrors, capability);
  }

  Request needing(Capability needed) {
    return new Request(words, variables, errors, needed);
  }

  /** Returns the words, for logs and errors, without the values of variables. */
  @Override
  public String toString() {
    return Words.withoutValues(words);
  }
}
