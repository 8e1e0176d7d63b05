package org.upstart4j.initctl;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Capability;
import org.upstart4j.Environment;
import org.upstart4j.JobEnvironment;
import org.upstart4j.UnknownVariableException;
import org.upstart4j.initctl.internal.CommandWords;
import org.upstart4j.initctl.internal.StatusOutput;
import org.upstart4j.spi.UpstartErrors;

/**
 * The job environment that an initctl reads and changes.
 *
 * @param job the job of the instance; null for the environment of all jobs
 * @param instance the instance's name
 */
record InitctlEnvironment(InitctlProgram initctl, @Nullable String job, String instance)
    implements JobEnvironment {

  private InitctlRequest request(String command) {
    InitctlRequest request = InitctlRequest.of(command).needing(Capability.JOB_ENVIRONMENT);
    if (job == null) {
      return request.option("--global", true);
    }
    return request
        .inside(job, instance)
        .failing(error -> UpstartErrors.ofInstance(error, job, instance));
  }

  private static String requireName(String name) {
    return CommandWords.requireVariableName(name);
  }

  @Override
  public Optional<String> get(String name) {
    InitctlRequest request = request("get-env").argument(requireName(name), "A variable's name");
    try {
      return Optional.of(initctl.ask(request, StatusOutput::withoutLineEnd));
    } catch (UnknownVariableException none) {
      return Optional.empty();
    }
  }

  @Override
  public Environment list() {
    return initctl.ask(request("list-env"), output -> Environment.parse(output.lines().toList()));
  }

  @Override
  public void set(Environment variables, boolean replace) {
    if (!variables.isEmpty()) {
      initctl.tell(request("set-env").option("--retain", !replace).arguments(variables));
    }
  }

  @Override
  public void unset(List<String> names) {
    InitctlRequest request = request("unset-env");
    for (String name : names) {
      request = request.argument(requireName(name), "A variable's name");
    }
    if (!names.isEmpty()) {
      initctl.tell(request);
    }
  }

  @Override
  public void reset() {
    initctl.tell(request("reset-env"));
  }
}
