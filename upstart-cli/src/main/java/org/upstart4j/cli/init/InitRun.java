package org.upstart4j.cli.init;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.upstart4j.Event;
import org.upstart4j.Job;
import org.upstart4j.Upstart;
import org.upstart4j.cli.terminal.HeapWatch;
import org.upstart4j.cli.terminal.StandardOutput;
import org.upstart4j.dbus.UpstartDbusServer;
import org.upstart4j.embedded.EmbeddedUpstart;
import org.upstart4j.embedded.EmbeddedUpstartBuilder;
import org.upstart4j.embedded.HostProcesses;
import org.upstart4j.embedded.process.ProcessSpawner;

/** A container, from its boot to its end. */
final class InitRun {

  private final InitSettings settings;
  private final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();
  private final RunLevel runlevel = new RunLevel();
  private final JobHistory history = new JobHistory(() -> requests.add(Request.LOOK));
  private final Optional<WatchedJob> watched;
  private final InitLog log = InitLog.begin();

  InitRun(InitSettings settings) {
    this.settings = settings;
    this.watched = settings.exitWith().map(job -> new WatchedJob(job, this::jobEnded));
  }

  private void jobEnded() {
    requests.add(new Request.JobEnded());
  }

  /** Runs it; returns its exit status. */
  int run() throws IOException {
    try {
      SignalRequests.take(requests::add).forEach(log::say);
      return serve();
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      return 1;
    } finally {
      log.finish();
    }
  }

  private int serve() throws IOException, InterruptedException {
    try (EmbeddedUpstart upstart = upstart();
        UpstartDbusServer server = UpstartDbusServer.of(upstart)) {
      watched.ifPresent(job -> watch(upstart, job));
      upstart.hear(history);
      List<Event> events = events(upstart);
      server.listen(settings.address());
      SystemBus bus = new SystemBus(server, log);
      if (settings.systemBus()) {
        bus.join();
      }
      HeapWatch.start();
      boot(upstart, events);
      Ending ending = new MainLoop(requests, upstart, history, watched, bus, log).run();
      log.say("stopping " + ending.why() + "; that may take " + settings.stopTimeoutText());
      boolean isOrdered = new Shutdown(settings, requests, upstart, log).run(ending, runlevel);
      return ending.status().orElse(isOrdered ? 0 : 1);
    }
  }

  private EmbeddedUpstart upstart() throws IOException {
    ProcessSpawner processes = processes();
    EmbeddedUpstartBuilder builder =
        EmbeddedUpstart.builder()
            .folder(settings.folder())
            .version(settings.target().version())
            .processes(watched.map(job -> job.watching(processes)).orElse(processes))
            .events(runlevel);
    if (!settings.isProcess1()) {
      builder.sessionAddress(settings.address());
    }
    switch (settings.logs()) {
      case TEXT -> builder.output(lines(LineFormat.TEXT));
      case JSON -> builder.output(lines(LineFormat.JSON));
      case FILES -> builder.logFolder(made(settings.logFolder()));
      case NONE -> {}
    }
    return builder.build();
  }

  private ProcessSpawner processes() {
    HostProcesses processes = HostProcesses.withInitctl();
    if (HostProcesses.canReap()) {
      return processes.reaping();
    }
    if (OtherProcesses.areOurs()) {
      log.say(
          "this Java cannot take leave of processes that are handed to process 1, so they stay as"
              + " zombies; use Java 22 or newer, or start this program by tini");
    }
    return processes;
  }

  private static Path made(Path folder) throws IOException {
    return Files.exists(folder) ? folder : Files.createDirectories(folder);
  }

  private JobLines lines(LineFormat format) {
    return new JobLines(format, StandardOutput.create(), log);
  }

  /** Fails if there is no such job. */
  private static void watch(EmbeddedUpstart upstart, WatchedJob job) {
    upstart.job(job.job());
    upstart.hear(job);
  }

  private List<Event> events(Upstart upstart) {
    return settings.events().orElseGet(() -> platformEvents(upstart.jobs()));
  }

  private List<Event> platformEvents(List<Job> jobs) {
    return new BootEvents(settings.target(), settings.container(), interfaces())
        .without(
            jobs.stream().map(Job::name).collect(Collectors.toSet()),
            jobs.stream().flatMap(job -> job.emits().stream()).toList());
  }

  private static List<String> interfaces() {
    String[] names = new File("/sys/class/net").list();
    return names == null
        ? List.of()
        : Stream.of(names).filter(name -> !name.equals("lo")).sorted().toList();
  }

  private void boot(EmbeddedUpstart upstart, List<Event> events) {
    String how = settings.events().isEmpty() ? " as " + settings.target() : "";
    int jobs = upstart.jobs().size();
    log.say(
        "booting%s with %s of %s"
            .formatted(how, jobs == 1 ? "1 job" : jobs + " jobs", settings.folder()));
    var unused =
        upstart.boot(events).whenComplete((done, failure) -> requests.add(new Request.Booted()));
  }
}
