package org.upstart4j.initctl;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.upstart4j.Session;
import org.upstart4j.UpstartTimeoutException;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.Wait;
import org.upstart4j.initctl.internal.CommandWords;
import org.upstart4j.spi.Located.Place;

/**
 * Builds an {@link InitctlUpstart}: where initctl runs, which Upstart it reaches, and how long to
 * wait for it. Not thread-safe.
 */
public final class InitctlUpstartBuilder {

  private CommandRunner runner = CommandRunner.local();
  private String program = "initctl";
  private String which = "";
  private Place place = defaultPlace();
  private Function<InitctlProgram, InitctlTarget> target = initctl -> InitctlTarget.DEFAULT;
  private Duration timeout = Duration.ofSeconds(25);

  InitctlUpstartBuilder() {}

  /**
   * Sets what runs programs, by default on this machine.
   *
   * @param commands runs programs; closed together with the Upstart
   * @return this builder
   */
  public InitctlUpstartBuilder runner(CommandRunner commands) {
    this.runner = commands;
    return this;
  }

  /**
   * Sets the program to run, by default the {@code initctl} on the path.
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
          "A program's name must not be empty or hold =: \"" + path + '"');
    }
    this.program = path;
    return this;
  }

  /**
   * Reaches the Upstart on the system bus.
   *
   * @return this builder
   */
  public InitctlUpstartBuilder systemBus() {
    return set(" on the system bus", Place.PROCESS_1, initctl -> InitctlTarget.option("--system"));
  }

  /**
   * Reaches the Upstart on the session bus, which {@code DBUS_SESSION_BUS_ADDRESS} names.
   *
   * @return this builder
   */
  public InitctlUpstartBuilder sessionBus() {
    return set(" on the session bus", Place.HERE, initctl -> InitctlTarget.option("--session"));
  }

  /**
   * Reaches the Upstart that listens at an address, without a bus.
   *
   * @param address for example {@code unix:abstract=/com/ubuntu/upstart}
   * @return this builder
   * @throws IllegalArgumentException if it is empty or holds control characters
   */
  public InitctlUpstartBuilder at(String address) {
    CommandWords.requireOneLine(address, "An address");
    if (address.isEmpty()) {
      throw new IllegalArgumentException("An address must not be empty");
    }
    return set(" at " + address, Place.HERE, initctl -> InitctlTarget.at(address));
  }

  /**
   * Reaches the Upstart of this user's session: the one that {@code UPSTART_SESSION} of this
   * process names, else the newest that initctl lists. Every call looks for it.
   *
   * @return this builder
   */
  public InitctlUpstartBuilder userSession() {
    return set(" in the user session", Place.SESSION, InitctlUpstartBuilder::session);
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

  /** Without a choice initctl takes the session's if there is one, else process 1. */
  private static Place defaultPlace() {
    String session = System.getenv("UPSTART_SESSION");
    return session == null || session.isEmpty() ? Place.PROCESS_1 : Place.HERE;
  }

  private InitctlUpstartBuilder set(
      String name, Place runsIn, Function<InitctlProgram, InitctlTarget> where) {
    this.which = name;
    this.place = runsIn;
    this.target = where;
    return this;
  }

  /**
   * Sets how long to wait for answers that don't depend on jobs: 25 seconds by default. How long to
   * wait for jobs is up to each call.
   *
   * @param limit how long; after that, calls end with an {@link UpstartTimeoutException}
   * @return this builder
   * @throws IllegalArgumentException if it is not more than 0
   */
  public InitctlUpstartBuilder timeout(Duration limit) {
    if (limit.isZero() || limit.isNegative()) {
      throw new IllegalArgumentException("A timeout must be more than 0: " + limit);
    }
    this.timeout = limit;
    return this;
  }

  /** {@return the Upstart; nothing has run yet} */
  public InitctlUpstart build() {
    boolean isLocal = runner == CommandRunner.local();
    String name = program + which + (isLocal ? "" : " " + runner);
    return new InitctlUpstart(
        new InitctlProgram(name, runner, program, target, Wait.atMost(timeout)),
        isLocal ? place : Place.ELSEWHERE);
  }
}
