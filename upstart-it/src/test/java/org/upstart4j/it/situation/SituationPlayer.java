package org.upstart4j.it.situation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.upstart4j.Environment;
import org.upstart4j.Event;
import org.upstart4j.JobProcess;
import org.upstart4j.JobStatus;
import org.upstart4j.Upstart;
import org.upstart4j.UpstartException;
import org.upstart4j.Wait;
import org.upstart4j.it.site.Eventually;
import org.upstart4j.testkit.contract.JobFileWriter;

/** Brings a situation about. */
final class SituationPlayer {

  private static final Wait PATIENCE = Wait.atMost(Duration.ofSeconds(60));

  /** Files are read in the order in which they are written: once this job is known, all are. */
  private static final String LAST = "upstart4j-last";

  private final Ground ground;
  private final Path work;
  private final Upstart upstart;
  private final JobFileWriter files;

  private SituationPlayer(Ground ground, Path work) {
    this.ground = ground;
    this.work = work;
    this.upstart = ground.upstart();
    this.files = new JobFileWriter(Ground.jobFiles(work));
  }

  /**
   * Brings a situation about, and asks.
   *
   * @param work an empty folder
   * @return what is wrong with the answer
   */
  static List<String> play(Situation situation, Path work, Ground.Opener opener) throws Exception {
    Files.createDirectories(Ground.jobFiles(work));
    Files.createDirectories(Ground.logs(work));
    JobFileWriter files = new JobFileWriter(Ground.jobFiles(work));
    situation.files().forEach(files::write);
    try (Ground ground = opener.open(work)) {
      SituationPlayer player = new SituationPlayer(ground, work);
      for (Act act : situation.acts()) {
        player.play(act);
      }
      Told told = ground.ask(situation.question());
      List<String> lacking = ground.lacking();
      return lacking.contains("state")
          ? situation.expected().claims(told)
          : situation.expected().wrong(told, lacking);
    }
  }

  private void play(Act act) throws InterruptedException {
    switch (act.verb()) {
      case EMIT, START, STOP, RESTART -> {
        if (act.isLeftWaiting()) {
          leaveWaiting(act);
        } else {
          perform(act);
        }
      }
      case KILL -> kill(act);
      case WRITE -> {
        files.write(act.word(0), act.word(1));
        awaitReading();
      }
      case REMOVE -> {
        files.remove(act.word(0));
        awaitReading();
      }
      case UNTIL -> Eventually.is(() -> stands(act.word(0), act.word(1)), act.toString());
      case UNTIL_GONE -> Eventually.is(() -> isGone(act.word(0)), act.toString());
      case UNTIL_PAUSED -> Eventually.is(() -> isPaused(act.word(0)), act.toString());
      case UNTIL_RUNS ->
          Eventually.is(() -> runs(act.word(0), act.word(1), act.word(2)), act.toString());
      case UNTIL_PRINTED ->
          Eventually.is(() -> hasPrinted(act.word(0), act.word(1)), act.toString());
      case WAIT -> Thread.sleep(Math.round(Double.parseDouble(act.word(0)) * 1000));
    }
  }

  private void leaveWaiting(Act act) {
    Thread caller = new Thread(() -> callInVain(act), act.toString());
    caller.setDaemon(true);
    caller.start();
  }

  /** What is left waiting ends when the ground is closed. */
  private void callInVain(Act act) {
    try {
      call(act);
    } catch (UpstartException atTheEnd) {
      // nobody is interested any more
    }
  }

  private void perform(Act act) {
    Optional<UpstartException> failure = failure(act);
    if (failure.isPresent() && !act.fails()) {
      throw new AssertionError(act + " fails", failure.get());
    } else if (failure.isEmpty() && act.fails()) {
      throw new AssertionError(act + " does not fail");
    }
  }

  private Optional<UpstartException> failure(Act act) {
    try {
      call(act);
      return Optional.empty();
    } catch (UpstartException failure) {
      return Optional.of(failure);
    }
  }

  private void call(Act act) {
    Wait wait = act.waits() ? PATIENCE : Wait.NO_WAIT;
    String name = act.word(0);
    Environment variables = Environment.parse(act.words().subList(1, act.words().size()));
    switch (act.verb()) {
      case EMIT -> upstart.emit(new Event(name, variables), wait);
      case START -> upstart.job(name).start(variables, wait);
      case STOP -> upstart.job(name).stop(variables, wait);
      case RESTART -> upstart.job(name).restart(variables, wait);
      default -> throw new IllegalArgumentException("No call: " + act);
    }
  }

  private boolean stands(String label, String goalAndState) {
    return upstart.statuses().stream()
        .filter(status -> JobStatus.label(status.job(), status.instance()).equals(label))
        .anyMatch(status -> (status.goal() + "/" + status.state()).equals(goalAndState));
  }

  private Stream<JobProcess> processes(String job, String instance) {
    return upstart.statuses().stream()
        .filter(status -> status.job().equals(job) && status.instance().equals(instance))
        .flatMap(status -> status.processes().stream());
  }

  private boolean isGone(String job) {
    return processes(job, "").noneMatch(process -> Files.exists(folder(process)));
  }

  private Path folder(JobProcess process) {
    return ground.processes().resolve(Integer.toString(process.pid()));
  }

  private boolean isPaused(String job) {
    return processes(job, "")
        .anyMatch(process -> read(folder(process).resolve("stat")).contains(") T "));
  }

  private boolean runs(String job, String instance, String program) {
    return processes(job, instance)
        .anyMatch(process -> read(folder(process).resolve("cmdline")).startsWith(program));
  }

  private boolean hasPrinted(String job, String text) {
    return read(Ground.logs(work).resolve(job + ".log")).contains(text);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException notThere) {
      return "";
    }
  }

  private void kill(Act act) {
    int pid =
        processes(act.word(0), act.word(1))
            .filter(process -> process.name().equals(act.word(2)))
            .map(JobProcess::pid)
            .findFirst()
            .orElseThrow(() -> new AssertionError("No process for " + act));
    ground.kill(act.word(3), pid);
    if (!act.word(3).equals("STOP")) {
      Eventually.is(
          () -> processes(act.word(0), act.word(1)).noneMatch(process -> process.pid() == pid),
          act + " has been noticed");
    }
  }

  private void awaitReading() {
    files.write(LAST + ".conf", "exec true\n");
    Eventually.is(() -> Eventually.isKnown(upstart, LAST), "all is read");
    files.remove(LAST + ".conf");
    Eventually.is(() -> !Eventually.isKnown(upstart, LAST), LAST + " goes");
  }
}
