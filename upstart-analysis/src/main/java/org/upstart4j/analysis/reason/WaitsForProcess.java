package org.upstart4j.analysis.reason;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One of its processes on which an instance waits that is on its way. */
public sealed interface WaitsForProcess extends UnderWay {

  /**
   * A process runs, and the instance goes on when it has ended.
   *
   * @param waits the instance
   * @param process which process, in Upstart's word: {@code pre-start}
   * @param pid its number
   * @param age since when it runs; nothing if that is not known
   * @param evidence the process, the last line of the log, the stanza
   */
  record ProcessRuns(
      String waits, String process, int pid, Optional<Duration> age, List<Evidence> evidence)
      implements WaitsForProcess {

    @Override
    public String word() {
      return "process-runs";
    }

    @Override
    public String text() {
      return waits
          + " waits for the end of its "
          + process
          + " process "
          + pid
          + age.map(known -> ", which has run for " + Age.text(known)).orElse("")
          + ".";
    }
  }

  /**
   * The main process has not forked as often as {@code expect} says.
   *
   * @param waits the instance
   * @param expect {@code fork} or {@code daemon}
   * @param seen how often it has forked; nothing if that is not known
   * @param pid the process that is followed
   * @param age since when that process runs; nothing if that is not known
   * @param evidence the stanza, the process, the log
   */
  record ExpectsForks(
      String waits,
      String expect,
      Optional<Integer> seen,
      int pid,
      Optional<Duration> age,
      List<Evidence> evidence)
      implements WaitsForProcess {

    /** {@return how often it must fork} */
    public int wanted() {
      return expect.equals("daemon") ? 2 : 1;
    }

    @Override
    public String word() {
      return "expects-forks";
    }

    @Override
    public String text() {
      return waits
          + " expects its main process to fork "
          + (wanted() == 1 ? "once" : "twice")
          + " (expect "
          + expect
          + ")"
          + seen.map(ExpectsForks::forks).orElse(", and has waited for that")
          + age.map(known -> (seen.isPresent() ? " in " : " for ") + Age.text(known)).orElse("")
          + ". "
          + (seen.orElse(0) == 0
              ? "If process "
                  + pid
                  + " is the service and stays in the foreground, take expect out."
              : "If process " + pid + " is the service and forks no more, write expect fork.");
    }

    private static String forks(int seen) {
      return ", and has seen " + (seen == 0 ? "no fork" : seen == 1 ? "one fork" : seen + " forks");
    }
  }

  /**
   * The main process has not raised SIGSTOP, as {@code expect stop} says.
   *
   * @param waits the instance
   * @param pid the process
   * @param age since when it runs; nothing if that is not known
   * @param evidence the stanza, the process, the log
   */
  record ExpectsStop(String waits, int pid, Optional<Duration> age, List<Evidence> evidence)
      implements WaitsForProcess {

    @Override
    public String word() {
      return "expects-stop";
    }

    @Override
    public String text() {
      return waits
          + " expects its main process "
          + pid
          + " to stop itself with SIGSTOP (expect stop), which it has not done"
          + age.map(known -> " in " + Age.text(known)).orElse("")
          + ".";
    }
  }

  /**
   * A process was told to end, and has not.
   *
   * @param waits the instance
   * @param process which process, in Upstart's word
   * @param pid its number
   * @param signal the signal that it was sent first
   * @param killedIn when it is sent KILL; nothing if that has been done, or is not known
   * @param evidence the process, the stanza
   */
  record ToldToEnd(
      String waits,
      String process,
      int pid,
      String signal,
      Optional<Duration> killedIn,
      List<Evidence> evidence)
      implements WaitsForProcess {

    @Override
    public String word() {
      return "told-to-end";
    }

    @Override
    public String text() {
      return waits
          + " waits for the end of its "
          + process
          + " process "
          + pid
          + ", which was sent "
          + signal
          + killedIn.map(left -> " and gets KILL in " + Age.text(left)).orElse("")
          + ".";
    }
  }

  /**
   * The instance waits for the end of a process that is not there any more.
   *
   * @param waits the instance
   * @param pid the number of the process
   * @param goal where the instance is heading
   * @param expect what the job's {@code expect} says; {@code none} without one
   * @param evidence the stanza
   */
  record ProcessGone(String waits, int pid, String goal, String expect, List<Evidence> evidence)
      implements WaitsForProcess {

    @Override
    public String word() {
      return "process-gone";
    }

    @Override
    public String text() {
      return waits
          + " waits for the end of process "
          + pid
          + ", which does not exist, so it waits for ever. "
          + (expect.equals("none")
              ? "Upstart has missed its end. "
              : "That is what a wrong expect does: with expect "
                  + expect
                  + " Upstart followed a process that had already gone. ")
          + "A restart of the machine helps, or a new process of that number that ends; then correct"
          + " expect.";
    }
  }

  /**
   * A process is stopped, or cannot be interrupted, and so does not end.
   *
   * @param waits the instance
   * @param process which process, in Upstart's word
   * @param pid its number
   * @param isStopped whether it is stopped by a signal; else it waits in the kernel
   * @param evidence the process
   */
  record ProcessStuck(
      String waits, String process, int pid, boolean isStopped, List<Evidence> evidence)
      implements WaitsForProcess {

    @Override
    public String word() {
      return "process-stuck";
    }

    @Override
    public String text() {
      String named = process + " process " + pid + " of " + waits;
      return isStopped
          ? "The " + named + " is stopped by a signal. To let it go on: kill -CONT " + pid + "."
          : "The "
              + named
              + " waits in the kernel for a device or file system, and no signal ends it before that"
              + " is over.";
    }
  }
}
