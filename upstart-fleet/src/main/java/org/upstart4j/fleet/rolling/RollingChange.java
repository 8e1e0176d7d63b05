package org.upstart4j.fleet.rolling;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.upstart4j.Instance;
import org.upstart4j.JobStatus;
import org.upstart4j.fleet.Fleet;
import org.upstart4j.fleet.HostCall;
import org.upstart4j.fleet.HostResult;

/**
 * Changes a job on all hosts of a fleet in batches, and stops where too much fails.
 *
 * <pre>{@code
 * RollingChange change =
 *     RollingChange.of(
 *             fleet,
 *             RollingPlan.of(Share.parse("10%")).withCanary(1).withStays(Duration.ofSeconds(5)),
 *             "restart web",
 *             (host, upstart) -> upstart.job("web").restart())
 *         .recordedIn(Path.of("web.record"));
 * RollingResult result = change.run(System.out::println);
 * }</pre>
 *
 * <p>A host that can't be reached, or takes too long, has failed like any other. Failures are
 * counted over all batches. The fleet's limits hold: its forks for a batch, its time for a host,
 * and its time for all hosts for the whole change.
 *
 * <p>A record keeps which hosts are done, have failed, are under way, and were never tried. If the
 * file is there already, the change goes on with it: hosts that are done are left alone, all others
 * are tried, and their failures are counted anew. Before a batch begins, its hosts are written down
 * as under way; so after the end of this program, whatever ended it, the record tells nothing that
 * is not true.
 */
public final class RollingChange {

  private final Fleet fleet;
  private final RollingPlan plan;
  private final String name;
  private final HostCall<? extends Instance> change;
  private final @Nullable RecordFile file;
  private final StopSign sign = new StopSign();
  private final AtomicBoolean ran = new AtomicBoolean();

  private RollingChange(
      Fleet fleet,
      RollingPlan plan,
      String name,
      HostCall<? extends Instance> change,
      @Nullable RecordFile file) {
    this.fleet = fleet;
    this.plan = plan;
    this.name = name;
    this.change = change;
    this.file = file;
  }

  /**
   * {@return a change that has not begun}
   *
   * @param fleet the hosts, and the limits of time
   * @param plan in which steps
   * @param name what the change is; a record is only good for a change of the same name
   * @param change changes a host, and returns the instance that must stay up there
   * @throws IllegalArgumentException if the job must stay up for longer than a host may take
   */
  public static RollingChange of(
      Fleet fleet, RollingPlan plan, String name, HostCall<? extends Instance> change) {
    Duration limit = fleet.limits().host();
    if (plan.stays().compareTo(limit) >= 0) {
      throw new IllegalArgumentException(
          "A job can't stay up for " + plan.stays() + " while a host may take only " + limit);
    }
    return new RollingChange(fleet, plan, name, change, null);
  }

  /**
   * {@return the same change with a record}
   *
   * @param path the file; if it is there, the change goes on with it
   * @throws RecordException if that can't be a file
   */
  public RollingChange recordedIn(Path path) {
    return new RollingChange(fleet, plan, name, change, new RecordFile(path));
  }

  /**
   * Changes the hosts, and waits for that. If the thread is interrupted, it does as {@link #stop}
   * says, and the thread's interrupt status is set again.
   *
   * @param progress told each host as it is done, on this thread; of a host that is left alone, as
   *     it was done before, it hears nothing
   * @return how it ended
   * @throws RecordException if the record is there and can't be read, or is that of another change;
   *     then nothing has begun
   * @throws IllegalStateException if it has run before
   */
  public RollingResult run(Consumer<? super HostResult<JobStatus>> progress) {
    if (ran.getAndSet(true)) {
      throw new IllegalStateException("A change runs once");
    }
    Ledger ledger = Ledger.open(name, file, fleet.hosts());
    return new RollingRun(fleet, plan, change, ledger, sign, progress).run();
  }

  /**
   * Begins no more hosts, and interrupts those that are being changed: what becomes of them is
   * recorded as unknown. Does not wait for that. May be called at any time, by any thread.
   */
  public void stop() {
    sign.raise();
  }
}
