package org.upstart4j.embedded.internal.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.upstart4j.ExitStatus;
import org.upstart4j.ProcessType;
import org.upstart4j.Signal;
import org.upstart4j.embedded.process.ProcessObserver;
import org.upstart4j.embedded.process.SpawnRequest;
import org.upstart4j.embedded.process.SpawnedProcess;
import org.upstart4j.jobfile.stanza.Expect;
import org.upstart4j.spi.ShellSpelling;

/** A real process, from its launch to its end. */
final class HostProcess implements SpawnedProcess, Following.Listener {

  /** A pipe takes at least that much, even if nobody reads. */
  private static final int SMALL_SCRIPT = 4000;

  private static final int OWN_GROUP =
      ProcessEntry.of((int) ProcessHandle.current().pid()).map(ProcessEntry::group).orElse(0);

  private final SpawnRequest request;
  private final ProcessObserver observer;
  private final Launcher.Started started;
  private final Process process;
  private final Tools tools;
  private final int pid;
  private final ProcessEntry entry;
  private final Exit exit;
  private final Optional<Mark> mark;
  private volatile int followed;
  private final AtomicBoolean told = new AtomicBoolean();
  private volatile boolean over;
  private volatile boolean killed;
  private volatile Watch.@Nullable Look look;
  private volatile @Nullable Following following;

  /**
   * What all processes share.
   *
   * @param guardian sends signals
   * @param watch looks at processes
   * @param leftovers told of each process that has ended
   * @param workers waits for processes
   * @param reaper knows how orphans end, if this process is the one that they are handed to
   * @param over told of each process that is over
   */
  record Tools(
      Guardian guardian,
      Watch watch,
      Leftovers leftovers,
      Executor workers,
      Optional<Reaper> reaper,
      Consumer<HostProcess> over) {}

  HostProcess(
      SpawnRequest request, ProcessObserver observer, Launcher.Started started, Tools tools) {
    this.request = request;
    this.observer = observer;
    this.started = started;
    this.process = started.process();
    this.tools = tools;
    this.pid = Math.toIntExact(process.pid());
    this.followed = pid;
    this.entry = ProcessEntry.of(pid).orElse(new ProcessEntry(pid, 'X', 0, pid, pid, 0, true, 0));
    this.exit = new Exit(process);
    tools.reaper().ifPresent(reaper -> reaper.leave(process));
    this.mark = forks() > 0 ? Mark.put(pid) : Optional.empty();
    closeErrors();
  }

  /** The system opened it, although the errors go where the output goes. */
  private void closeErrors() {
    try {
      process.getErrorStream().close();
    } catch (IOException closed) {
      // That is what was wanted.
    }
  }

  @Override
  public int pid() {
    return pid;
  }

  /**
   * Lets the launcher begin, and waits until it has become the program.
   *
   * @return why it has not; empty if it has
   */
  String launch() {
    begin();
    String report = report();
    return report.isEmpty() ? "" : LaunchReport.reason(report);
  }

  /** Tells from now on what becomes of the program. */
  void run() {
    observer.executed();
    watch();
  }

  /** Ends a launcher of which nothing is told any more. */
  void abandon() {
    if (told.compareAndSet(false, true)) {
      process.destroyForcibly();
      exit.then(
          status -> {
            started.closeLog();
            finish(Set.of(pid));
          });
    }
  }

  private void begin() {
    byte[] script = request.script().map(ShellSpelling::bytes).orElseGet(() -> new byte[0]);
    if (script.length <= SMALL_SCRIPT) {
      feed(script);
    } else {
      tools.workers().execute(() -> feed(script));
    }
  }

  private void feed(byte[] script) {
    try (OutputStream input = process.getOutputStream()) {
      input.write('\n');
      input.write(script);
    } catch (IOException unread) {
      // The script need not be read to its end.
    }
  }

  private String report() {
    try (InputStream report = process.getInputStream()) {
      return new String(report.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException closed) {
      return "";
    }
  }

  private void watch() {
    int forks = forks();
    if (forks > 0) {
      Relatives relatives = new Relatives(request.definition(), mark);
      Following follower =
          new Following(entry, exit, relatives, tools.guardian(), tools.reaper(), forks, this);
      following = follower;
      look = tools.watch().until(follower::look);
      exit.then(status -> lookSoon());
      return;
    }
    if (expects(Expect.STOP)) {
      tools.watch().until(this::lookForStop);
    }
    exit.then(status -> ended(Optional.of(status), Set.of(pid)));
  }

  private int forks() {
    return expects(Expect.DAEMON) ? 2 : expects(Expect.FORK) ? 1 : 0;
  }

  private boolean expects(Expect expect) {
    return request.type() == ProcessType.MAIN && request.definition().expect() == expect;
  }

  private boolean lookForStop() {
    char state = ProcessEntry.of(pid).filter(entry::isSame).map(ProcessEntry::state).orElse('X');
    if (state == 'T' && !over) {
      observer.stopped();
    }
    return over || state == 'T' || state == 'X' || state == 'Z';
  }

  @Override
  public void forked(int child) {
    followed = child;
    observer.forked(child);
  }

  @Override
  public void replaced() {
    observer.replaced();
  }

  @Override
  public void lost(Set<Integer> numbers) {
    finish(numbers);
  }

  /** What nobody knows is guessed. */
  @Override
  public void ended(Optional<ExitStatus> status, Set<Integer> numbers) {
    if (!told.compareAndSet(false, true)) {
      // a look that was on its way already
      return;
    }
    over = true;
    started.closeLog();
    observer.ended(
        status.orElseGet(() -> killed ? ExitStatus.of(Signal.KILL) : ExitStatus.SUCCESS));
    finish(numbers);
  }

  private void finish(Set<Integer> numbers) {
    over = true;
    tools.leftovers().add(numbers);
    tools.over().accept(this);
  }

  @Override
  public void signal(int target, Signal signal) {
    send(signal, target, target);
  }

  @Override
  public void signalGroup(int target, Signal signal) {
    int group = ProcessEntry.of(target).map(ProcessEntry::group).orElse(0);
    send(signal, target, group > 0 && group != OWN_GROUP ? -group : target);
  }

  private void send(Signal signal, int target, int number) {
    boolean addressed = target == followed || (target == pid && !exit.isOver());
    if (over || !addressed) {
      return;
    }
    killed |= signal.equals(Signal.KILL);
    Following current = following;
    if (current != null) {
      current.signalled();
    }
    tools.guardian().kill(signal.number(), number);
    lookSoon();
  }

  private void lookSoon() {
    Watch.Look current = look;
    if (current != null) {
      current.soon();
    }
  }

  /** Kills the process without the guardian's help. */
  void destroy() {
    process.destroyForcibly();
    lookSoon();
  }
}
