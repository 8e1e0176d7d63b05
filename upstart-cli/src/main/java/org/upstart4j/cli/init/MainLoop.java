package org.upstart4j.cli.init;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import org.upstart4j.Event;
import org.upstart4j.ExitStatus;
import org.upstart4j.Wait;
import org.upstart4j.embedded.EmbeddedUpstart;

/** Does what is asked for, one thing after the other, until all is to be stopped. */
record MainLoop(
    BlockingQueue<Request> requests,
    EmbeddedUpstart upstart,
    JobHistory history,
    Optional<WatchedJob> watched,
    SystemBus bus,
    InitLog log) {

  private static final String POWER = "power-status-changed";

  Ending run() throws InterruptedException {
    while (true) {
      Request next = requests.take();
      if (next instanceof Request.Stop stop) {
        return Ending.on(stop);
      } else if (next instanceof Request.JobEnded) {
        return watched.map(this::ending).orElseThrow();
      } else if (next instanceof Request.Power) {
        power();
      } else if (next instanceof Request.Reload) {
        log.say("reading the job files again");
        upstart.reloadConfiguration();
      } else if (next instanceof Request.JoinBus) {
        bus.join();
      } else if (next instanceof Request.Booted) {
        log.say("booted: " + history.summary(upstart));
      }
    }
  }

  /** Upstart leaves it to a job. Without one, whoever sends this wants the container stopped. */
  private void power() {
    boolean isKnown =
        upstart.jobs().stream()
            .flatMap(job -> job.startOn().stream())
            .flatMap(condition -> condition.matches())
            .anyMatch(match -> match.event().equals(POWER));
    if (isKnown) {
      upstart.emit(Event.of(POWER), Wait.NO_WAIT);
    } else {
      requests.add(new Request.Stop("SIGPWR", "0", "POWEROFF"));
    }
  }

  private Ending ending(WatchedJob job) {
    String name = job.job();
    upstart.failures().entrySet().stream()
        .filter(
            failure -> failure.getKey().equals(name) || failure.getKey().startsWith(name + " ("))
        .forEach(failure -> log.say(failure.getKey() + " has failed: " + failure.getValue()));
    return Ending.with(name, status(job));
  }

  private static int status(WatchedJob job) {
    int status = job.status().map(MainLoop::number).orElse(job.hasFailed() ? 1 : 0);
    return status == 0 && job.hasFailed() ? 1 : status;
  }

  private static int number(ExitStatus status) {
    return status instanceof ExitStatus.Killed killed
        ? 128 + killed.signal().number()
        : status.number();
  }
}
