package org.upstart4j.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where Upstart writes what a process prints.
 *
 * @param process which one, in Upstart's word: {@code main}, {@code pre-start}
 * @param path the log file
 * @param file the number of the log file in Upstart, while it is open
 * @param pipe the number of the pipe in Upstart from which the output comes, while it is open
 * @param owner the number of the user who owns the log file
 * @param detached whether the log file is no longer the job's
 * @param remoteClosed whether the process has closed its output
 * @param openError the number of the error with which the log file could not be opened; 0 for none
 */
public record LogState(
    String process,
    String path,
    OptionalInt file,
    OptionalInt pipe,
    int owner,
    boolean detached,
    boolean remoteClosed,
    int openError) {

  private static final int CLOSED = -1;

  /** Reads the logs of an instance, which are at the places of their processes. */
  static List<LogState> readAll(StateNode logs) {
    List<LogState> all = new ArrayList<>();
    List<StateNode> places = logs.elements();
    for (int i = 0; i < places.size(); i++) {
      StateNode log = places.get(i);
      if (log.get("path").exists()) {
        all.add(read(ProcessPlaces.name(i), log));
      }
    }
    return all;
  }

  private static LogState read(String process, StateNode log) {
    return new LogState(
        process,
        log.get("path").textOrEmpty(),
        log.get("fd").index(),
        log.get("io_watch_fd").index(),
        log.get("uid").integerOr(0),
        log.get("detached").isYes(),
        log.get("remote_closed").isYes(),
        log.get("open_errno").integerOr(0));
  }

  /** Writes the logs of an instance at the places of their processes. */
  static List<StateObject> writeAll(List<LogState> logs) {
    return ProcessPlaces.NAMES.stream().map(process -> write(logs, process)).toList();
  }

  private static StateObject write(List<LogState> logs, String process) {
    return logs.stream()
        .filter(log -> log.process.equals(process))
        .findFirst()
        .map(LogState::write)
        .orElseGet(() -> new StateObject().text("path", Optional.empty()));
  }

  private StateObject write() {
    return new StateObject()
        .number("fd", file.orElse(CLOSED))
        .number("io_watch_fd", pipe.orElse(CLOSED))
        .text("path", path)
        .number("uid", owner)
        .flag("detached", detached)
        .flag("remote_closed", remoteClosed)
        .number("open_errno", openError);
  }
}
