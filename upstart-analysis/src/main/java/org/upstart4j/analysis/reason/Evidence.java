package org.upstart4j.analysis.reason;

import java.time.Duration;
import java.util.Optional;

/** Something that can be looked at and shows that a reason is true. */
public sealed interface Evidence {

  /** {@return the kind, as a word that stays the same: {@code file}, {@code log} and so on} */
  String word();

  /** {@return where it is, and what is there, on one line} */
  String text();

  /**
   * A line of a job file.
   *
   * @param path the file
   * @param line the number of the line, from 1
   * @param excerpt the line without its indentation
   */
  record InFile(String path, int line, String excerpt) implements Evidence {
    @Override
    public String word() {
      return "file";
    }

    @Override
    public String text() {
      return path + ":" + line + ": " + excerpt;
    }
  }

  /**
   * The last line of a job's log.
   *
   * @param path the log
   * @param line its last line
   * @param ago how long ago something was written to it last; nothing if that is not known
   */
  record InLog(String path, String line, Optional<Duration> ago) implements Evidence {
    @Override
    public String word() {
      return "log";
    }

    @Override
    public String text() {
      return path + ": " + line;
    }
  }

  /**
   * Something that Upstart itself has logged.
   *
   * @param message the message in Upstart's words
   * @param ago how long ago; nothing if that is not known
   */
  record Message(String message, Optional<Duration> ago) implements Evidence {
    @Override
    public String word() {
      return "message";
    }

    @Override
    public String text() {
      return "Upstart logged" + Age.ago(ago) + ": " + message;
    }
  }

  /**
   * A process.
   *
   * @param pid its number
   * @param command its command line, as far as it is known; else its name in brackets
   * @param age since when it runs; nothing if that is not known
   */
  record OfProcess(int pid, String command, Optional<Duration> age) implements Evidence {
    @Override
    public String word() {
      return "process";
    }

    @Override
    public String text() {
      return "process "
          + pid
          + ": "
          + command
          + age.map(known -> ", for " + Age.text(known)).orElse("");
    }
  }

  /**
   * An event.
   *
   * @param event its name and variables
   */
  record OfEvent(String event) implements Evidence {
    @Override
    public String word() {
      return "event";
    }

    @Override
    public String text() {
      return "event " + event;
    }
  }
}
