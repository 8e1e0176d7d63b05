package org.upstart4j.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.upstart4j.Environment;
import org.upstart4j.Event;
import org.upstart4j.Instance;
import org.upstart4j.JobFailedException;
import org.upstart4j.Subscription;
import org.upstart4j.Upstart;
import org.upstart4j.UpstartListener;
import org.upstart4j.Wait;
import org.upstart4j.dbus.DbusUpstart;
import org.upstart4j.it.site.Eventually;
import org.upstart4j.testkit.contract.JobFileWriter;

/** A client that does random things with its own jobs, and knows what must happen. */
final class SoakClient {

  private static final int STEPS = 30;
  private static final Wait PATIENCE = Wait.atMost(Duration.ofSeconds(60));
  private static final String EVENT = "soak";

  private final JobFileWriter files;
  private final int number;
  private final int round;
  private final CyclicBarrier together;
  private final Set<String> emitted;
  private final Set<String> heard = ConcurrentHashMap.newKeySet();
  private final Set<String> running = new TreeSet<>();
  private final Random random;

  /**
   * Makes a client.
   *
   * @param folder where job files go
   * @param number its number
   * @param round how many clients of that number there were before
   * @param together where all clients of a round wait for each other
   * @param emitted the numbers of the events that they have emitted
   */
  SoakClient(Path folder, int number, int round, CyclicBarrier together, Set<String> emitted) {
    this.files = new JobFileWriter(folder);
    this.number = number;
    this.round = round;
    this.together = together;
    this.emitted = emitted;
    this.random = new Random(1000L * round + number);
  }

  void run(String address) throws Exception {
    try (DbusUpstart upstart = DbusUpstart.at(address);
        Subscription subscription = upstart.subscribe(listener())) {
      job("service", "instance $N\nexec sleep 1000");
      job("good", "task\nexec true");
      job("bad", "task\nexec false");
      job("follower", "start on " + EVENT + " CLIENT=" + number + "\ntask\nexec true");
      Eventually.is(
          PATIENCE, () -> Eventually.isKnown(upstart, name("follower")), "its jobs are known");
      meet();
      for (int i = 0; i < STEPS; i++) {
        step(upstart, i);
      }
      upstart.job(name("service")).instances().forEach(Instance::stop);
      meet();
      Eventually.is(PATIENCE, () -> heard.equals(emitted), "all events are heard");
    }
  }

  private UpstartListener listener() {
    return new UpstartListener() {
      @Override
      public void eventEmitted(Event event) {
        if (event.name().equals(EVENT)) {
          heard.add(event.variables().get("ID").orElseThrow());
        }
      }
    };
  }

  private void meet() throws Exception {
    together.await(2, TimeUnit.MINUTES);
  }

  private void step(Upstart upstart, int step) {
    Environment instance = Environment.of("N", random.nextInt(4));
    String name = instance.get("N").orElseThrow();
    switch (random.nextInt(8)) {
      case 0, 1 -> {
        upstart.job(name("service")).ensureRunning(instance, PATIENCE);
        running.add(name);
      }
      case 2 -> {
        upstart.job(name("service")).ensureStopped(instance, PATIENCE);
        running.remove(name);
      }
      case 3 -> {
        upstart.job(name("service")).restartFresh(instance, PATIENCE);
        running.add(name);
      }
      case 4 -> upstart.job(name("good")).start();
      case 5 ->
          assertThatExceptionOfType(JobFailedException.class)
              .isThrownBy(() -> upstart.job(name("bad")).start());
      case 6 -> emit(upstart, step);
      default -> rewrite(upstart, step);
    }
    assertThat(upstart.job(name("service")).instances().stream().map(Instance::name))
        .containsExactlyInAnyOrderElementsOf(running);
  }

  private void emit(Upstart upstart, int step) {
    String id = round + "/" + number + "/" + step;
    emitted.add(id);
    upstart.emit(Event.of(EVENT).with("CLIENT", number).with("ID", id), PATIENCE);
  }

  private void rewrite(Upstart upstart, int step) {
    String text = round + "/" + step;
    job("good", "description \"" + text + "\"\ntask\nexec true");
    Eventually.is(
        PATIENCE,
        () -> upstart.job(name("good")).description().equals(Optional.of(text)),
        "a rewritten file is read");
  }

  private String name(String job) {
    return job + "-" + number;
  }

  private void job(String job, String text) {
    files.write(name(job) + ".conf", text + "\n");
  }
}
