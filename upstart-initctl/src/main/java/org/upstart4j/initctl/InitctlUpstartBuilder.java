package org.upstart4j.initctl;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.upstart4j.Session;
import org.upstart4j.UpstartTimeoutException;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.Wait;
import org.upstart4j.initctl.internal.CommandWords;

/**
 * Sets up an {@link InitctlUpstart}: where initctl runs, which Upstart it reaches, and how long it
 * may take. Not thread-safe.
 */
public final class InitctlUpstartBuilder {

  private CommandRunner runner = CommandRunner.local();
  private String program = "initctl";
  private String which = "";
  private Function<InitctlProgram, InitctlTarget> target = initctl -> InitctlTarget.DEFAULT;
  private Duration timeout = Duration.ofSeconds(25);

  InitctlUpstartBuilder() {}

  /**
   * Says how programs are run. Without this they run on this machine.
   *
   * @param commands runs them; closed together with the Upstart
   * @return this builder
   */
  public InitctlUpstartBuilder runner(CommandRunner commands) {
    this.runner = commands;
    return this;
  }

  /**
   * Says which program to run. Without this it is {@code initctl}, looked for as the machine does.
   *
   * @param path the program's name or path
   * @return this builder
   * @throws IllegalArgumentException if it is empty, begins with {@code -}, or holds a {@code =} or
   *     control characters
   */
  public InitctlUpstartBuilder program(String path) {
    CommandWords.requireArgument(path, "A program's name");
    if (path.isEmpty() || path.indexOf('=') >= 0) {
      throw new IllegalArgumentException(
          "A program's name is not empty and holds no =, unlike \"" + path + '"');
    }
    this.program = path;
    return this;
  }

  /**
   * Takes the Upstart on the system bus.
   *
   * @return this builder
   */
  public InitctlUpstartBuilder systemBus() {
    return set(" on the system bus", initctl -> InitctlTarget.option("--system"));
  }

  /**
   * Takes the Upstart on the session bus, which {@code DBUS_SESSION_BUS_ADDRESS} tells.
   *
   * @return this builder
   */
  public InitctlUpstartBuilder sessionBus() {
    return set(" on the session bus", initctl -> InitctlTarget.option("--session"));
  }

  /**
   * Takes the Upstart that listens at an address, without a bus.
   *
   * @param address for example {@code unix:abstract=/com/ubuntu/upstart}
   * @return this builder
   * @throws IllegalArgumentException if it is empty or holds control characters
   */
  public InitctlUpstartBuilder at(String address) {
    CommandWords.requireOneLine(address, "An address");
    if (address.isEmpty()) {
      throw new IllegalArgumentException("An address is not empty");
    }
    return set(" at " + address, initctl -> InitctlTarget.at(address));
  }

  /**
   * Takes the Upstart of this user's session: the one that {@code UPSTART_SESSION} of this process
   * names, else the newest of those that initctl lists. It is looked for at every call.
   *
   * @return this builder
   */
  public InitctlUpstartBuilder userSession() {
    return set(" in the user session", InitctlUpstartBuilder::session);
  }

  private static InitctlTarget session(InitctlProgram initctl) {
    String named = System.getenv("UPSTART_SESSION");
    return InitctlTarget.at(named != null && !named.isEmpty() ? named : listed(initctl).address());
  }

  private static Session listed(InitctlProgram initctl) {
    List<Session> found = initctl.sessionsHere();
    if (found.isEmpty()) {
      throw new UpstartUnavailableException(
          "This user has no session with an Upstart: UPSTART_SESSION isn't set, and none is listed",
          null);
    }
    return found.get(found.size() - 1);
  }

  private InitctlUpstartBuilder set(String name, Function<InitctlProgram, InitctlTarget> where) {
    this.which = name;
    this.target = where;
    return this;
  }

  /**
   * Says how long to wait for answers that don't depend on jobs. What a call waits for jobs is that
   * call's own. Without this it is 25 seconds.
   *
   * @param limit how long; then calls end with an {@link UpstartTimeoutException}
   * @return this builder
   * @throws IllegalArgumentException if it is not more than 0
   */
  public InitctlUpstartBuilder timeout(Duration limit) {
    if (limit.isZero() || limit.isNegative()) {
      throw new IllegalArgumentException("A timeout is more than 0, not " + limit);
    }
    this.timeout = limit;
    return this;
  }

  /**
   * Makes the Upstart. Nothing runs yet.
   *
   * @return the Upstart
   */
  public InitctlUpstart build() {
    String where = runner == CommandRunner.local() ? "" : " " + runner;
    return new InitctlUpstart(
        new InitctlProgram(program + which + where, runner, program, target, Wait.atMost(timeout)));
  }
}
