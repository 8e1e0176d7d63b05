package org.upstart4j.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Environment;
import org.upstart4j.Upstart;
import org.upstart4j.embedded.internal.host.AppArmor;
import org.upstart4j.embedded.internal.host.HostSpawner;
import org.upstart4j.embedded.internal.initctl.JobPrograms;
import org.upstart4j.embedded.process.ProcessObserver;
import org.upstart4j.embedded.process.ProcessSpawner;
import org.upstart4j.embedded.process.SpawnRequest;
import org.upstart4j.embedded.process.SpawnedProcess;

/**
 * Real processes of the machine, for one engine. Needs Linux and the programs that every Linux has.
 *
 * <p>All of them end when this is closed or the JVM dies. An exit status from 129 to 192 is taken
 * for the signal that it is greater by 128 than, as Java does not tell the two apart; that of a
 * process which has gone into the background is mostly unknown, and told as 0.
 */
public final class HostProcesses implements ProcessSpawner {

  private final HostSpawner spawner = new HostSpawner();
  private final boolean givesInitctl;
  private volatile @Nullable JobPrograms programs;

  /** Makes a spawner that has spawned nothing yet. */
  public HostProcesses() {
    this(false);
  }

  private HostProcesses(boolean givesInitctl) {
    this.givesInitctl = givesInitctl;
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
    return new HostProcesses(true);
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
