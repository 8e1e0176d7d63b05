package org.upstart4j.state;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.upstart4j.ExitStatus;

/**
 * How a job's processes come and go. What a version doesn't tell is nothing.
 *
 * @param task whether the job is a task
 * @param expect how the main process tells that it is ready: {@code none}, {@code stop}, {@code
 *     daemon} or {@code fork}
 * @param respawn whether the main process is started again when it ends
 * @param respawnLimit how often it may be
 * @param respawnInterval in how many seconds
 * @param normalExit how the main process may end
 * @param killTimeout after how many seconds a process is killed that was told to end
 * @param killSignal the number of the signal that tells it to end
 * @param reloadSignal the number of the signal that tells it to read its configuration
 */
public record CourseState(
    boolean task,
    String expect,
    boolean respawn,
    OptionalInt respawnLimit,
    OptionalLong respawnInterval,
    List<ExitStatus> normalExit,
    OptionalLong killTimeout,
    OptionalInt killSignal,
    OptionalInt reloadSignal) {

  /**
   * Makes a course.
   *
   * @param task whether the job is a task
   * @param expect how the main process tells that it is ready
   * @param respawn whether the main process is started again
   * @param respawnLimit how often it may be
   * @param respawnInterval in how many seconds
   * @param normalExit how the main process may end
   * @param killTimeout after how many seconds a process is killed
   * @param killSignal the signal that tells it to end
   * @param reloadSignal the signal that tells it to read its configuration
   */
  public CourseState {
    normalExit = List.copyOf(normalExit);
  }

  static CourseState read(StateNode job) {
    return new CourseState(
        job.get("task").isYes(),
        job.get("expect").word("EXPECT_"),
        job.get("respawn").isYes(),
        job.get("respawn_limit").integer(),
        job.get("respawn_interval").number(),
        job.get("normalexit").list(status -> ExitStatus.ofNumber(status.integerOr(0))),
        job.get("kill_timeout").number(),
        job.get("kill_signal").integer(),
        job.get("reload_signal").integer());
  }

  void write(StateObject job) {
    job.word("expect", "EXPECT_", expect).flag("task", task);
    job.number("kill_timeout", killTimeout);
    job.number("kill_signal", killSignal).number("reload_signal", reloadSignal);
    job.flag("respawn", respawn);
    job.number("respawn_limit", respawnLimit).number("respawn_interval", respawnInterval);
    job.numbers("normalexit", normalExit.stream().map(ExitStatus::number).toList());
  }
}
