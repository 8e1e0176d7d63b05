package org.upstart4j.dbus.internal.server;

import java.util.List;
import java.util.function.Consumer;
import org.upstart4j.Environment;
import org.upstart4j.JobEnvironment;
import org.upstart4j.UnexpectedErrorException;
import org.upstart4j.UnknownInstanceException;
import org.upstart4j.UnknownVariableException;
import org.upstart4j.Upstart;
import org.upstart4j.UpstartError;

/**
 * Reads and changes the job environment. The first argument says whose: nobody's, or that of a
 * job's name and an instance's.
 */
final class EnvironmentMethods {

  private EnvironmentMethods() {}

  static void get(Upstart upstart, MethodCall call) {
    call.permit("query job environment");
    String name = call.text(1);
    if (name.isEmpty()) {
      throw MethodCall.invalid("Variable may not be empty string");
    }
    with(
        upstart,
        call,
        environment ->
            call.reply(
                "s", environment.get(name).orElseThrow(() -> new UnknownVariableException(name))));
  }

  static void list(Upstart upstart, MethodCall call) {
    call.permit("query job environment");
    with(upstart, call, environment -> call.reply("as", environment.list().entries()));
  }

  static void set(Upstart upstart, MethodCall call) {
    Environment variables =
        Environment.parse(names(call).stream().map(EnvironmentMethods::entry).toList());
    change(upstart, call, environment -> environment.set(variables, call.flag(2)));
  }

  /** A name alone means an empty value. */
  private static String entry(String variable) {
    return variable.indexOf('=') < 0 ? variable + "=" : variable;
  }

  static void unset(Upstart upstart, MethodCall call) {
    change(upstart, call, environment -> environment.unset(names(call)));
  }

  static void reset(Upstart upstart, MethodCall call) {
    change(upstart, call, JobEnvironment::reset);
  }

  /** The second argument is one variable or a list of them. */
  private static List<String> names(MethodCall call) {
    return call.argument(1) instanceof String one ? List.of(one) : call.texts(1);
  }

  private static void change(Upstart upstart, MethodCall call, Consumer<JobEnvironment> change) {
    call.permit("modify job environment");
    // whether anything may be changed comes before what
    upstart.environment().set(Environment.EMPTY);
    with(
        upstart,
        call,
        environment -> {
          change.accept(environment);
          call.reply();
        });
  }

  private static void with(Upstart upstart, MethodCall call, Consumer<JobEnvironment> use) {
    List<String> details = call.texts(0);
    if (details.isEmpty()) {
      use.accept(upstart.environment());
      return;
    }
    String job = details.get(0);
    if (job.isEmpty()) {
      throw MethodCall.invalid("Job may not be empty string");
    }
    if (details.size() == 1) {
      throw unknown("(null)", upstart.job(job).name());
    }
    try {
      use.accept(upstart.environment(job, details.get(1)));
    } catch (UnknownInstanceException gone) {
      throw unknown(details.get(1), job);
    }
  }

  /** Not the error that other methods have for it. */
  private static UnexpectedErrorException unknown(String instance, String job) {
    return new UnexpectedErrorException(
        new UpstartError(
            UpstartError.UPSTART + "UnknownJobInstance",
            "Unknown instance: " + instance + " of job " + job));
  }
}
