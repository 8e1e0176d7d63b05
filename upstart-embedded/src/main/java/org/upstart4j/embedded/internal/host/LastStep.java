package org.upstart4j.embedded.internal.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The last step of a launch, which gives the program its variables and becomes it. It has the
 * program's own user and root directory already, and no other rights than the program.
 *
 * <p>On the machine itself that is {@code env}. Below another root directory it is the shell there,
 * as {@code unshare} becomes what it runs; the shell also switches to a security profile.
 *
 * @param command the command of the step, and of all that comes between it and becoming the user
 * @param resetsSignals whether it has the program get all signals
 * @param reports whether it says why it fails
 */
record LastStep(List<String> command, boolean resetsSignals, boolean reports) {

  private static final String STEP = "unable to execute";

  /**
   * Returns a process's last step.
   *
   * @throws SetupException if it is certain to fail
   */
  static LastStep of(Launch launch, Setup setup, Carried variables) throws SetupException {
    Optional<String> profile = AppArmor.profile(launch, setup.root());
    if (Env.CARRIES && profile.isEmpty()) {
      if (setup.root().isMachine()) {
        return byEnv(launch, List.of(), variables);
      }
      if (!setup.hasShell() && variables.areUpstartsOwn()) {
        return byEnv(launch, setup.inRoot(), variables);
      }
    }
    return byShell(launch, setup, profile.orElse(""), variables);
  }

  private static LastStep byEnv(Launch launch, List<String> inRoot, Carried variables)
      throws SetupException {
    List<String> command = new ArrayList<>();
    command.add(Programs.require("env", STEP));
    command.add("-i");
    command.addAll(Env.RESETS);
    command.addAll(List.of("-S", variables.expansion()));
    command.addAll(inRoot);
    if (inRoot.isEmpty() && launch.command().get(0).indexOf('=') >= 0) {
      // env would take the program for a variable.
      command.addAll(List.of(Programs.require("nice", STEP), "-n", "0"));
    }
    command.addAll(launch.command());
    return new LastStep(command, !Env.RESETS.isEmpty(), false);
  }

  private static LastStep byShell(Launch launch, Setup setup, String profile, Carried variables)
      throws SetupException {
    if (!setup.hasShell()) {
      throw new SetupException(
          STEP, "The root directory has no " + Scripts.SHELL + ", which sets the variables");
    }
    variables.checkNames();
    List<String> command = new ArrayList<>(setup.inRoot());
    command.addAll(List.of(Scripts.SHELL, "-c", Scripts.BECOME, "sh"));
    command.addAll(List.of(profile, variables.names()));
    command.addAll(launch.command());
    return new LastStep(command, false, true);
  }
}
