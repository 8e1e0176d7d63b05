package org.upstart4j.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Environment;
import org.upstart4j.Upstart;
import org.upstart4j.embedded.internal.host.AppArmor;
import org.upstart4j.embedded.internal.host.HostSpawner;
import org.upstart4j.embedded.internal.host.Reaper;
import org.upstart4j.embedded.internal.initctl.JobPrograms;
import org.upstart4j.embedded.process.JobOutput;
import org.upstart4j.embedded.process.ProcessObserver;
import org.upstart4j.embedded.process.ProcessSpawner;
import org.upstart4j.embedded.process.SpawnRequest;
import org.upstart4j.embedded.process.SpawnedProcess;

/**
 * Real processes of the machine, for one engine. Needs Linux and the programs that every Linux has.
 *
 * <p>All of them end when this is closed or the JVM dies. An exit status from 129 to 192 is taken
 * for the signal that it is greater by 128 than, as Java does not tell the two apart; that of a
 * process which has gone into the background is mostly unknown, and told as 0, unless this is
 * {@link #reaping}.
 */
public final class HostProcesses implements ProcessSpawner {

  private final HostSpawner spawner;
  private final boolean givesInitctl;
  private volatile @Nullable JobPrograms programs;

  /** Makes a spawner that has spawned nothing yet. */
  public HostProcesses() {
    this(false, Optional.empty());
  }

  private HostProcesses(boolean givesInitctl, Optional<Reaper> reaper) {
    this.givesInitctl = givesInitctl;
    this.spawner = new HostSpawner(reaper);
  }

  /**
   * Makes a spawner whose processes find initctl, start, stop, restart, reload and status first on
   * their {@code PATH}. These reach the engine that the process belongs to, and know what jobs use
   * of them: not {@code show-config}, {@code check-config} and {@code list-sessions}. They are in a
   * temporary folder while the engine is open, and are for processes of the engine's own user.
   *
   * @return the spawner
   */
  public static HostProcesses withInitctl() {
    return new HostProcesses(true, Optional.empty());
  }

  /**
   * Says whether this program can reap what is handed to it: on Linux, from Java 22 on, and unless
   * Java was started with {@code --illegal-native-access=deny}. Java 24 and later warn on standard
   * error if it was started without {@code --enable-native-access=ALL-UNNAMED}.
   *
   * @return whether {@link #reaping} works
   */
  public static boolean canReap() {
    try {
      Reaper.check();
      return true;
    } catch (UnsupportedOperationException cannot) {
      return false;
    }
  }

  /**
   * Makes a spawner that also reaps. This program then takes in all descendants that have lost
   * their parents, as process 1 does anyway, and asks for the status of each that ends, so that
   * none remains as a zombie. So it knows how a process ended that went into the background. It
   * goes on to its end with that, whatever is closed: it is a property of the program. Children
   * that Java has started are left to Java.
   *
   * <p>Whoever is process 1 needs this, or a program such as {@code tini} in its place.
   *
   * @return a spawner of its own that has spawned nothing yet, with the same initctl
   * @throws CannotReapException unless {@link #canReap}; it says why, and what to do
   */
  public HostProcesses reaping() {
    try {
      return new HostProcesses(givesInitctl, Optional.of(Reaper.running()));
    } catch (UnsupportedOperationException cannot) {
      throw new CannotReapException(String.valueOf(cannot.getMessage()), cannot);
    }
  }

  /**
   * Makes the programs that processes find.
   *
   * @param upstart what they reach
   * @throws UncheckedIOException if there is no temporary folder for them
   */
  @Override
  public void belongsTo(Upstart upstart) {
    try {
      programs = givesInitctl ? JobPrograms.of(upstart) : null;
    } catch (IOException failure) {
      throw new UncheckedIOException("The jobs' initctl cannot be made", failure);
    }
  }

  @Override
  public void writeTo(JobOutput output) {
    spawner.writeTo(output);
  }

  @Override
  public boolean runsHere() {
    return true;
  }

  @Override
  public SpawnedProcess spawn(SpawnRequest request, ProcessObserver observer) {
    JobPrograms found = programs;
    Environment environment = request.environment();
    return spawner.spawn(
        request, found == null ? environment : found.onPath(environment), observer);
  }

  @Override
  public void catchUp() {
    spawner.catchUp();
  }

  @Override
  public boolean loadsSecurityProfiles() {
    return AppArmor.isAvailable();
  }

  @Override
  public void close() {
    spawner.close();
    JobPrograms made = programs;
    if (made != null) {
      programs = null;
      made.close();
    }
  }
}
