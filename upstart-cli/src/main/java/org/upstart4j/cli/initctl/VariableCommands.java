package org.upstart4j.cli.initctl;

import static org.upstart4j.cli.command.Option.flag;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Environment;
import org.upstart4j.JobEnvironment;
import org.upstart4j.cli.command.Invocation;
import org.upstart4j.cli.command.Misuse;
import org.upstart4j.cli.command.Option;

/** The variables that jobs get. */
public final class VariableCommands {

  static final Option GLOBAL =
      flag('g', "global", "the variables of all jobs, even within a job's process");
  static final Option RETAIN = flag('r', "retain", "keep the value of a variable that is set");

  private VariableCommands() {}

  public static int get(Invocation call) {
    String name = new CommandAnswers(call).needed(0, "variable name");
    JobEnvironment environment = environment(call);
    if (name.isEmpty()) {
      throw new InitctlRefusal("Variable may not be empty string");
    }
    String value =
        environment.get(name).orElseThrow(() -> new InitctlRefusal("No such variable: " + name));
    new CommandAnswers(call).say(value, json -> json.member("name", name).member("value", value));
    return 0;
  }

  public static int set(Invocation call) {
    new CommandAnswers(call).needed(0, "variable value");
    List<String> variables =
        call.arguments().words().stream()
            .map(word -> word.indexOf('=') < 0 ? word + "=" : word)
            .toList();
    environment(call).set(Environment.parse(variables), !call.has(RETAIN));
    return 0;
  }

  public static int unset(Invocation call) {
    new CommandAnswers(call).needed(0, "variable name");
    environment(call).unset(call.arguments().words());
    return 0;
  }

  public static int reset(Invocation call) {
    environment(call).reset();
    return 0;
  }

  public static int list(Invocation call) {
    environment(call).list().entries().stream()
        .sorted(order(call))
        .forEach(entry -> say(call, entry));
    return 0;
  }

  private static void say(Invocation call, String entry) {
    int equals = entry.indexOf('=');
    new CommandAnswers(call)
        .say(
            entry,
            json ->
                json.member("name", entry.substring(0, equals))
                    .member("value", entry.substring(equals + 1)));
  }

  /** The order of the locale, as other programs sort. */
  private static Comparator<String> order(Invocation call) {
    String locale =
        Stream.of("LC_ALL", "LC_COLLATE", "LANG")
            .map(call::variable)
            .filter(value -> value != null && !value.isEmpty())
            .findFirst()
            .orElse("C");
    String language = locale.replaceAll("[.@].*", "");
    return language.equals("C") || language.equals("POSIX")
        ? Comparator.naturalOrder()
        : Collator.getInstance(Locale.forLanguageTag(language.replace('_', '-')))::compare;
  }

  private static JobEnvironment environment(Invocation call) {
    @Nullable String job = call.variable("UPSTART_JOB");
    if (job == null || call.has(GLOBAL)) {
      return call.upstart().environment();
    }
    @Nullable String instance = call.variable("UPSTART_INSTANCE");
    if (instance == null) {
      throw new Misuse("missing job name");
    }
    if (job.isEmpty()) {
      throw new InitctlRefusal("Job may not be empty string");
    }
    return call.upstart().environment(job, instance);
  }
}
