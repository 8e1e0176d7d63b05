package org.upstart4j.cli;

import java.time.Duration;
import org.upstart4j.Environment;
import org.upstart4j.Event;
import org.upstart4j.Job;
import org.upstart4j.LogPriority;
import org.upstart4j.Signal;
import org.upstart4j.Subscription;
import org.upstart4j.Wait;
import org.upstart4j.cli.terminal.CliConsole;
import org.upstart4j.embedded.EmbeddedUpstart;
import org.upstart4j.embedded.ManualClock;
import org.upstart4j.embedded.ScriptedProcesses;
import org.upstart4j.jobfile.JobFile;

/** A job on the engine: started by events, respawned once, stopped with its kill timeout. */
final class DemoRun {

  private DemoRun() {}

  /** What the program does that the job runs, and the time in which it does so, are made up. */
  static void run(JobFile web, CliConsole console) {
    ManualClock clock = new ManualClock();
    ScriptedProcesses processes = new ScriptedProcesses(clock);
    processes
        .when("/usr/sbin/example-web")
        .after(Duration.ofSeconds(3))
        .exitsWith(1)
        .then()
        .ignores(Signal.TERM)
        .neverEnds();
    Timeline timeline = new Timeline(console.out(), console.paint(), clock::elapsed);
    try (EmbeddedUpstart upstart =
            EmbeddedUpstart.builder().job("web", web).processes(processes).clock(clock).build();
        Subscription heard = upstart.hear(timeline)) {
      // the timeline says all that the log would
      upstart.setLogPriority(LogPriority.FATAL);
      upstart.emit(Event.of("local-filesystems"), Wait.NO_WAIT);
      upstart.emit(Event.of("net-device-up").with("IFACE", "eth0"), Wait.NO_WAIT);
      clock.advance(Duration.ofSeconds(10));
      Job job = upstart.job("web");
      timeline.line(job.status().toString());
      job.stop(Environment.EMPTY, Wait.NO_WAIT);
      clock.advance(Duration.ofMinutes(5));
      timeline.line(job.status().toString());
    }
  }
}
