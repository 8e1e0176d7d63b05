package org.upstart4j.cli.reach;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.upstart4j.Upstart;
import org.upstart4j.UpstartError;
import org.upstart4j.UpstartException;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.embedded.EmbeddedUpstart;
import org.upstart4j.jobfile.version.UpstartVersion;
import org.upstart4j.spi.UpstartProvider;

/** How an Upstart is reached: one of the few ways that there are. */
public sealed interface Reach {

  /** The Upstart at the end of the way; nothing is connected before it is asked. */
  Upstart open();

  /**
   * Another connection to an Upstart that is reached this way, to ask while a call on the first one
   * waits.
   *
   * @throws UpstartUnavailableException if that is too much to ask for
   */
  default Upstart openBeside(Upstart first) {
    return withUsualLimits().open();
  }

  /** The same way, on which a call takes no longer than usual. */
  default Reach withUsualLimits() {
    return this;
  }

  /** The way on D-Bus that is taken, by this program or by initctl; nothing if none was chosen. */
  default Optional<BusPlace> place() {
    return Optional.empty();
  }

  /**
   * What is to be said about the way that was taken to an Upstart.
   *
   * @param isVerbose whether the usual is said, too
   */
  default Optional<String> remark(Upstart opened, boolean isVerbose) {
    return Optional.empty();
  }

  /** What could not be reached and why, in the words of initctl. */
  default String explainUnreachable(UpstartUnavailableException failure) {
    return Unreachable.at(BusPlace.Usual.PRIVATE_SOCKET, Optional.empty(), failure);
  }

  /** Whether this is a way to process 1. */
  default boolean leadsToProcess1() {
    return false;
  }

  /** Whether it leads to the Upstart of a session. */
  default boolean isUser() {
    return place().filter(BusPlace.UserSession.class::isInstance).isPresent();
  }

  /** What to do about it, some lines; none if an Upstart has answered. */
  default List<String> advice(UpstartException failure) {
    return failure instanceof UpstartUnavailableException && failure.error().isEmpty()
        ? Advice.of(this)
        : List.of();
  }

  /** What went wrong, in the words of initctl. */
  default String explain(UpstartException failure) {
    Optional<UpstartError> answer = failure.error();
    if (answer.isPresent()) {
      return answer.get().text();
    }
    return failure instanceof UpstartUnavailableException unreachable
        ? explainUnreachable(unreachable)
        : String.valueOf(failure.getMessage());
  }

  /** Whatever answers first. */
  record Automatic() implements Reach {

    @Override
    public Upstart open() {
      return UpstartProvider.connect();
    }

    @Override
    public boolean leadsToProcess1() {
      return true;
    }
  }

  /**
   * Over D-Bus.
   *
   * @param at where
   * @param name the name that Upstart has on the bus; nothing for the usual one
   * @param timeout how long a call may take; nothing for the usual limit
   */
  record OverDbus(BusPlace at, Optional<String> name, Optional<Duration> timeout) implements Reach {

    @Override
    public Upstart open() {
      return at.open(name, timeout);
    }

    @Override
    public Reach withUsualLimits() {
      return new OverDbus(at, name, Optional.empty());
    }

    @Override
    public Optional<BusPlace> place() {
      return Optional.of(at);
    }

    @Override
    public String explainUnreachable(UpstartUnavailableException failure) {
      return Unreachable.at(at, name, failure);
    }

    @Override
    public boolean leadsToProcess1() {
      return at == BusPlace.Usual.PRIVATE_SOCKET || at == BusPlace.Usual.SYSTEM_BUS;
    }
  }

  /**
   * Through the program initctl.
   *
   * @param place where initctl looks for Upstart; nothing if it chooses itself
   * @param host where initctl runs, as ssh takes it; nothing for this machine
   * @param timeout how long a call may take; nothing for the usual limit
   */
  record ThroughInitctl(Optional<BusPlace> place, Optional<String> host, Optional<Duration> timeout)
      implements Reach {

    @Override
    public Upstart open() {
      return InitctlReach.open(place, host, timeout);
    }

    @Override
    public Reach withUsualLimits() {
      return new ThroughInitctl(place, host, Optional.empty());
    }

    /** A person may be asked for a password by each call. */
    @Override
    public Upstart openBeside(Upstart first) {
      if (host.isPresent()) {
        throw new UpstartUnavailableException("only the command itself asks another host", null);
      }
      return withUsualLimits().open();
    }

    @Override
    public String explainUnreachable(UpstartUnavailableException failure) {
      return Unreachable.throughInitctl(failure);
    }
  }

  /**
   * Over ssh: D-Bus, and where nothing over there can bridge it, the program initctl.
   *
   * @param host where, as ssh takes it
   * @param way to which of the host's sockets
   * @param timeout how long a call may take; nothing for the usual limit
   */
  record OverSsh(String host, Transport way, Optional<Duration> timeout) implements Reach {

    @Override
    public Upstart open() {
      return SshReach.open(this);
    }

    @Override
    public Reach withUsualLimits() {
      return new OverSsh(host, way, Optional.empty());
    }

    /** One connection is enough; each call of initctl would be a login. */
    @Override
    public Upstart openBeside(Upstart first) {
      if (SshReach.isInitctl(first)) {
        throw new UpstartUnavailableException("only the command itself asks another host", null);
      }
      return first;
    }

    /** What is wrong there ssh says. */
    @Override
    public List<String> advice(UpstartException failure) {
      return List.of();
    }

    @Override
    public Optional<String> remark(Upstart opened, boolean isVerbose) {
      return SshReach.remark(opened, isVerbose);
    }

    @Override
    public String explainUnreachable(UpstartUnavailableException failure) {
      return Unreachable.overSsh(failure);
    }
  }

  /**
   * An engine in this process.
   *
   * @param confdir the job files, which it needs
   * @param version the Upstart that they are for
   */
  record InThisProcess(Optional<String> confdir, UpstartVersion version) implements Reach {

    @Override
    public Upstart open() {
      String folder =
          confdir.orElseThrow(
              () ->
                  new UpstartUnavailableException(
                      "say where the job files are: --confdir DIR", null));
      return EmbeddedUpstart.builder().folder(Path.of(folder)).version(version).build();
    }

    /** Whoever opens it again gets another engine; this one answers while calls wait. */
    @Override
    public Upstart openBeside(Upstart first) {
      return first;
    }
  }
}
