package org.upstart4j;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Hears what keeps the instances of a job from running all the time. */
final class Interruptions implements UpstartListener {

  /**
   * What was heard of an instance.
   *
   * @param count how many states other than running it has had
   * @param respawns how often it was respawned
   * @param goal the goal that it had last
   * @param state the state that it had last
   * @param failure how it has failed last, if it has
   */
  record Course(int count, int respawns, Goal goal, State state, @Nullable JobFailure failure) {

    private static final Course NONE = new Course(0, 0, Goal.START, State.RUNNING, null);

    private Course heading(Goal next) {
      return new Course(count, respawns, next, state, failure);
    }

    /**
     * Only an instance that is respawned leaves its main process behind while its goal is start.
     */
    private Course in(State next) {
      boolean respawned = next.equals(State.STOPPING) && goal.equals(Goal.START);
      return new Course(
          next.equals(State.RUNNING) ? count : count + 1,
          respawned ? respawns + 1 : respawns,
          goal,
          next,
          failure);
    }

    private Course failing(ExitStatus status) {
      return new Course(count, respawns, goal, state, JobFailure.in(state, status).orElse(failure));
    }
  }

  private static final Wait MOMENT = Wait.atMost(Duration.ofSeconds(1));

  private final String job;
  private final Map<String, Course> courses = new ConcurrentHashMap<>();
  private final BlockingQueue<Boolean> news = new LinkedBlockingQueue<>();

  Interruptions(String job) {
    this.job = job;
  }

  /** Returns what was heard so far of an instance. */
  Course of(String instance) {
    return courses.getOrDefault(instance, Course.NONE);
  }

  /** Has whoever waits look again. */
  void wake() {
    news.add(true);
  }

  /** Waits until there may be something new. */
  void await(Deadline deadline, String what) {
    deadline.poll(news, what);
    news.clear();
  }

  /** Waits a moment, as a look may be ahead of the signals: until it was heard that one stopped. */
  void awaitStop(String instance) {
    Deadline moment = Deadline.of(MOMENT);
    try {
      while (!of(instance).state().equals(State.WAITING)) {
        await(moment, "the stop");
      }
    } catch (UpstartTimeoutException lost) {
      // what was heard until now is all that there is
      wake();
    }
  }

  private void change(String changed, String instance, UnaryOperator<Course> change) {
    if (changed.equals(job)) {
      courses.compute(instance, (name, old) -> change.apply(old == null ? Course.NONE : old));
      wake();
    }
  }

  @Override
  public void goalChanged(String changed, String instance, Goal goal) {
    change(changed, instance, old -> old.heading(goal));
  }

  @Override
  public void stateChanged(String changed, String instance, State state) {
    change(changed, instance, old -> old.in(state));
  }

  @Override
  public void failed(String changed, String instance, ExitStatus status) {
    change(changed, instance, old -> old.failing(status));
  }

  @Override
  public void instanceRemoved(String changed, String instance) {
    change(changed, instance, old -> old);
  }

  @Override
  public void jobRemoved(String changed) {
    wake();
  }

  @Override
  public void connectionRegained(Set<String> came, Set<String> gone) {
    wake();
  }

  @Override
  public void missed(long count) {
    wake();
  }
}
