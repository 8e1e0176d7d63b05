package org.upstart4j.cli.init;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.upstart4j.Job;
import org.upstart4j.JobStatus;
import org.upstart4j.UnknownJobException;
import org.upstart4j.Upstart;
import org.upstart4j.UpstartException;
import org.upstart4j.cli.command.CommandForm;
import org.upstart4j.cli.command.Invocation;
import org.upstart4j.cli.command.Option;
import org.upstart4j.cli.command.Parameter;
import org.upstart4j.cli.reach.BusPlace;
import org.upstart4j.cli.reach.Reach;
import org.upstart4j.cli.terminal.Visible;
import org.upstart4j.spi.Explaining;

/** {@code upstart health}: whether all is well with an Upstart and its jobs. */
public final class HealthCommand {

  private HealthCommand() {}

  /** What the command takes. */
  public static CommandForm form() {
    return CommandForm.of(HealthCommand::run)
        .taking(Parameter.any("JOB", "a job that has to run"))
        .with(Option.REACH)
        .noting(
            "Healthy is an Upstart that answers, whose boot is over, none of whose jobs has failed"
                + " and not run since, and whose named jobs run. Whatever is not so is said, a line"
                + " each.",
            "  HEALTHCHECK CMD upstart health web",
            "Exit status: 0 healthy, 1 not, or no answer, 2 wrong arguments.");
  }

  private static int run(Invocation call) {
    List<String> jobs = call.arguments().wordsFrom(0);
    List<String> complaints =
        beside(call)
            .map(own -> complaints(own, jobs))
            .orElseGet(() -> complaints(call.upstart(), jobs));
    complaints.forEach(complaint -> call.out().println(Visible.text(complaint)));
    return complaints.isEmpty() ? 0 : 1;
  }

  /**
   * The process 1 of who is not root, in a container without a system bus: that is where initctl
   * would have everybody but root ask.
   */
  private static Optional<Upstart> beside(Invocation call) {
    boolean isChosen = call.has(Option.SYSTEM) || call.has(Option.TRANSPORT);
    if (isChosen
        || !(call.reach() instanceof Reach.OverDbus bus)
        || bus.at() != BusPlace.Usual.SYSTEM_BUS) {
      return Optional.empty();
    }
    Upstart own =
        new Reach.OverDbus(BusPlace.Usual.PRIVATE_SOCKET, bus.name(), bus.timeout()).open();
    try {
      own.version();
      return Optional.of(own);
    } catch (UpstartException notThere) {
      own.close();
      return Optional.empty();
    }
  }

  private static List<String> complaints(Upstart upstart, List<String> jobs) {
    List<String> complaints = new ArrayList<>();
    List<JobStatus> statuses = upstart.statuses();
    if (upstart instanceof Explaining explaining) {
      if (explaining.isBooting()) {
        complaints.add("the boot is not over");
      }
      explaining.failures().forEach((label, how) -> complaints.add(label + " has failed: " + how));
    }
    jobs.stream().distinct().forEach(job -> complaints.addAll(complaints(upstart, job, statuses)));
    return complaints;
  }

  private static List<String> complaints(Upstart upstart, String job, List<JobStatus> statuses) {
    List<JobStatus> own = statuses.stream().filter(status -> status.job().equals(job)).toList();
    if (own.isEmpty()) {
      return List.of(unknown(upstart, job));
    }
    return own.stream()
        .filter(status -> !status.isRunning())
        .map(status -> status.toString().lines().findFirst().orElse(job))
        .toList();
  }

  private static String unknown(Upstart upstart, String job) {
    try {
      Job come = upstart.job(job);
      return come.name() + " has only just come";
    } catch (UnknownJobException unknown) {
      return String.valueOf(unknown.getMessage());
    }
  }
}
