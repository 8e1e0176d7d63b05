package org.upstart4j.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.upstart4j.Deadline;
import org.upstart4j.JobProcess;
import org.upstart4j.UpstartTimeoutException;
import org.upstart4j.Wait;
import org.upstart4j.embedded.EmbeddedUpstart;

/**
 * Real processes that jobs started and no job knows any more: daemons that forked more often than
 * their job expects, and children that outlived their parents.
 */
final class Strays {

  private static final Path PROC = Path.of("/proc");
  private static final String JOB = "UPSTART_JOB=";
  private static final Duration PAUSE = Duration.ofMillis(20);
  private static final Wait GRACE = Wait.atMost(Duration.ofSeconds(5));

  private final EmbeddedUpstart upstart;
  private final String mark;

  Strays(EmbeddedUpstart upstart, String mark) {
    this.upstart = upstart;
    this.mark = mark;
  }

  /** Ends them, after a moment in which they may end by themselves. */
  List<String> end() {
    List<ProcessHandle> strays = afterAMoment();
    List<String> described = strays.stream().map(Strays::describe).toList();
    strays.forEach(ProcessHandle::destroyForcibly);
    return described;
  }

  private List<ProcessHandle> afterAMoment() {
    Deadline deadline = Deadline.of(GRACE);
    List<ProcessHandle> strays = find();
    try {
      while (!strays.isEmpty()) {
        deadline.sleep(PAUSE, "processes that end");
        strays = find();
      }
    } catch (UpstartTimeoutException theyStay) {
      return find();
    }
    return strays;
  }

  private static String describe(ProcessHandle stray) {
    String job =
        variables(stray).stream()
            .filter(variable -> variable.startsWith(JOB))
            .map(variable -> " of " + variable.substring(JOB.length()))
            .collect(Collectors.joining());
    String command = stray.info().commandLine().map(line -> ": " + line).orElse("");
    return "process " + stray.pid() + job + ", which Upstart no longer knows" + command;
  }

  private List<ProcessHandle> find() {
    Set<Long> known =
        upstart.statuses().stream()
            .flatMap(status -> status.processes().stream())
            .map(JobProcess::pid)
            .map(Integer::longValue)
            .collect(Collectors.toSet());
    Set<Long> sessions = known.stream().map(Strays::session).collect(Collectors.toSet());
    try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
      return all.filter(ProcessHandle::isAlive)
          .filter(process -> !isDescendant(process, known))
          .filter(process -> !sessions.contains(session(process.pid())))
          .filter(this::isMarked)
          .toList();
    }
  }

  private static boolean isDescendant(ProcessHandle process, Set<Long> known) {
    Optional<ProcessHandle> next = Optional.of(process);
    while (next.isPresent()) {
      if (known.contains(next.get().pid())) {
        return true;
      }
      next = next.get().parent();
    }
    return false;
  }

  private static long session(long pid) {
    String stat = read(pid, "stat");
    String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1);
    return fields.length > 3 ? Long.parseLong(fields[3]) : -pid;
  }

  private boolean isMarked(ProcessHandle process) {
    return variables(process).contains(mark);
  }

  private static List<String> variables(ProcessHandle process) {
    return Arrays.asList(read(process.pid(), "environ").split("\0", -1));
  }

  private static String read(long pid, String file) {
    try {
      return Files.readString(
          PROC.resolve(Long.toString(pid)).resolve(file), StandardCharsets.ISO_8859_1);
    } catch (IOException goneOrForbidden) {
      return "";
    }
  }
}
