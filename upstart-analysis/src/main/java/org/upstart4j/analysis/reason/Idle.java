package org.upstart4j.analysis.reason;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.upstart4j.JobStatus;

/** Why a job does not start by itself. */
public sealed interface Idle extends Reason {

  /**
   * The job says {@code manual}.
   *
   * @param job the job's name
   * @param evidence the line that says so
   */
  record Manual(String job, List<Evidence> evidence) implements Idle {

    @Override
    public String word() {
      return "manual";
    }

    @Override
    public String text() {
      return job
          + " starts by hand only, as it says manual. To let it start by itself: upstart enable "
          + job
          + ".";
    }
  }

  /**
   * The job has no {@code start on}.
   *
   * @param job the job's name
   * @param evidence its file
   */
  record NoStartOn(String job, List<Evidence> evidence) implements Idle {

    @Override
    public String word() {
      return "no-start-on";
    }

    @Override
    public String text() {
      return job + " starts by hand only, as it has no start on.";
    }
  }

  /**
   * Nobody is known to emit an event that the job needs to start.
   *
   * @param job the job's name
   * @param event the event as the condition names it
   * @param near names of events or jobs that are near
   * @param searched where somebody was looked for who emits it: folders, and the platform
   * @param evidence the condition
   */
  record NeverEmitted(
      String job, String event, List<String> near, List<String> searched, List<Evidence> evidence)
      implements Idle {

    @Override
    public String word() {
      return "never-emitted";
    }

    @Override
    public String text() {
      return job
          + " needs the event "
          + event
          + " to start, which neither the job files in "
          + String.join(" nor ", searched)
          + " emit. Somebody may emit it by hand."
          + (near.isEmpty() ? "" : " Did you mean " + String.join(", ", near) + "?");
    }
  }

  /**
   * The condition of {@code start on} has not come true.
   *
   * @param job the job's name
   * @param condition the condition
   * @param rest what is missing of it, as a condition
   * @param parts its events, from left to right, and which of them have come
   * @param isKnown whether it is known which of them have come
   * @param needs the jobs whose events are missing, and how they stand
   * @param evidence the condition
   */
  record NotMet(
      String job,
      String condition,
      String rest,
      List<Part> parts,
      boolean isKnown,
      List<Reason> needs,
      List<Evidence> evidence)
      implements Idle {

    @Override
    public List<Reason> because() {
      return needs;
    }

    @Override
    public String word() {
      return "not-met";
    }

    @Override
    public String text() {
      List<Part> met = parts.stream().filter(Part::isMet).toList();
      List<Part> missing = parts.stream().filter(part -> !part.isMet()).toList();
      return job
          + " waits for "
          + rest
          + from(missing)
          + met.stream().map(part -> " " + came(part)).collect(Collectors.joining());
    }

    private static String came(Part part) {
      return part.by().orElse(part.wanted())
          + " has come"
          + Age.ago(part.since())
          + (part.isWaitedFor() ? ", and who waits for it waits on" : "")
          + ".";
    }

    private static String from(List<Part> missing) {
      String known =
          missing.stream()
              .filter(part -> !part.from().isEmpty())
              .map(part -> part.wanted() + " comes from " + String.join(", ", part.from()))
              .collect(Collectors.joining("; "));
      return known.isEmpty() ? "." : ". " + known + ".";
    }
  }

  /**
   * A missing event is that of another job, which is not where it emits it.
   *
   * @param event the event as the condition names it
   * @param status how the other job stands
   * @param waiting why it stands there
   */
  record NeedsJob(String event, JobStatus status, List<Reason> waiting) implements Idle {
    @Override
    public String word() {
      return "needs-job";
    }

    @Override
    public String text() {
      return "The event "
          + event
          + " comes from "
          + JobStatus.label(status.job(), status.instance())
          + ", which is "
          + status.goal()
          + "/"
          + status.state()
          + ".";
    }

    @Override
    public List<Reason> because() {
      return waiting;
    }
  }

  /**
   * The event came before Upstart knew the job as it is now. Upstart keeps no events.
   *
   * @param job the job's name
   * @param event the event as the condition names it
   * @param isCertain whether this is sure, and not only what the times of files and processes say
   * @param evidence what shows it
   */
  record CameBefore(String job, String event, boolean isCertain, List<Evidence> evidence)
      implements Idle {

    @Override
    public String word() {
      return "came-before";
    }

    @Override
    public String text() {
      return "The event "
          + event
          + (isCertain ? " came" : " probably came")
          + " before Upstart read the job "
          + job
          + ", and Upstart keeps no events. Start it by hand this once: start "
          + job
          + ".";
    }
  }

  /**
   * The event came, but the instance that it should start could not be named.
   *
   * @param job the job's name
   * @param variable the variable that is missing; nothing if the name failed otherwise
   * @param evidence the message, and the {@code instance} stanza
   */
  record InstanceNotNamed(String job, Optional<String> variable, List<Evidence> evidence)
      implements Idle {

    @Override
    public String word() {
      return "instance-not-named";
    }

    @Override
    public String text() {
      return "The condition of "
          + job
          + " came true, but Upstart could not name the instance"
          + variable.map(name -> ", as the event has no variable " + name).orElse("")
          + ".";
    }
  }

  /**
   * The job has cgroup stanzas, and Upstart waits for a cgroup manager.
   *
   * @param job the job's name
   * @param evidence the stanza
   */
  record WaitsForCgroupManager(String job, List<Evidence> evidence) implements Idle {

    @Override
    public String word() {
      return "waits-for-cgroup-manager";
    }

    @Override
    public String text() {
      return job
          + " has cgroup stanzas, so Upstart does not start it before it is told the address of a"
          + " cgroup manager: initctl notify-cgroup-manager-address.";
    }
  }
}
