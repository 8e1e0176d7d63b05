package org.upstart4j.analysis.reason;

import java.util.List;
import java.util.stream.Collectors;
import org.upstart4j.JobStatus;

/**
 * What a job waits for that is on its way, and who holds that up; its own processes are {@link
 * WaitsForProcess}.
 */
public sealed interface UnderWay extends Reason
    permits UnderWay.WaitsForEvent,
        UnderWay.HeldByJob,
        UnderWay.HeldByCondition,
        UnderWay.Circle,
        UnderWay.StartsAfterStop,
        UnderWay.NotHandledYet,
        UnderWay.Passing,
        WaitsForProcess {

  /**
   * An instance cannot go on before an event is done.
   *
   * @param waits the instance that waits: {@code web} or {@code web (8080)}
   * @param event the event, with its variables
   * @param holders who holds the event
   */
  record WaitsForEvent(String waits, String event, List<Reason> holders) implements UnderWay {

    @Override
    public String word() {
      return "waits-for-event";
    }

    @Override
    public String text() {
      return waits + " waits until all that its event " + event + " has set off is done.";
    }

    @Override
    public List<Evidence> evidence() {
      return List.of(new Evidence.OfEvent(event));
    }

    @Override
    public List<Reason> because() {
      return holders;
    }
  }

  /**
   * An instance holds an event: who waits for the event waits for the instance.
   *
   * @param holder how the instance stands that holds it
   * @param event the event, with its variables
   * @param waiting why that instance has not let go of it
   * @param evidence the condition that made it take hold of it
   */
  record HeldByJob(JobStatus holder, String event, List<Reason> waiting, List<Evidence> evidence)
      implements UnderWay {

    @Override
    public String word() {
      return "held-by-job";
    }

    @Override
    public String text() {
      return JobStatus.label(holder.job(), holder.instance())
          + ", which is "
          + holder.goal()
          + "/"
          + holder.state()
          + ", holds the event "
          + event
          + ".";
    }

    @Override
    public List<Reason> because() {
      return waiting;
    }
  }

  /**
   * A condition holds an event that it has met, as the rest of it has not come.
   *
   * @param job the job with the condition: {@code db}, or {@code db (1)} for the {@code stop on} of
   *     an instance
   * @param stanza {@code start on} or {@code stop on}
   * @param event the event, with its variables
   * @param missing what has not come, as the condition names it
   * @param waiting why that has not come, if it is an event of a job that waits
   * @param evidence the condition
   */
  record HeldByCondition(
      String job,
      String stanza,
      String event,
      List<String> missing,
      List<Reason> waiting,
      List<Evidence> evidence)
      implements UnderWay {

    @Override
    public String word() {
      return "held-by-condition";
    }

    @Override
    public String text() {
      return "The "
          + stanza
          + " of "
          + job
          + " has met the event "
          + event
          + " and holds it until the rest has come, too: "
          + String.join(", ", missing)
          + ".";
    }

    @Override
    public List<Reason> because() {
      return waiting;
    }
  }

  /**
   * Those that wait for each other go round in a circle, so that none of them ever goes on.
   *
   * @param around the instances, each of which waits for the next one, and the last for the first
   * @param isUnderWay whether one of them is on its way; else none has been started
   */
  record Circle(List<String> around, boolean isUnderWay) implements UnderWay {

    @Override
    public String word() {
      return "circle";
    }

    @Override
    public String text() {
      String chain =
          around.stream().skip(1).map(" waits for "::concat).collect(Collectors.joining(", which"));
      return "They wait for each other: "
          + around.get(0)
          + (chain.isEmpty() ? "" : chain + ", which")
          + " waits for "
          + around.get(0)
          + (isUnderWay
              ? ". None of them goes on until one is stopped or its process ends."
              : ". None of them starts by itself before one is started by hand.");
    }
  }

  /**
   * The instance is to start, and stops first.
   *
   * @param waits the instance
   */
  record StartsAfterStop(String waits) implements UnderWay {
    @Override
    public String word() {
      return "starts-after-stop";
    }

    @Override
    public String text() {
      return waits + " is to start, and does so when its stop is done.";
    }
  }

  /**
   * An event has not been handled yet.
   *
   * @param event the event, with its variables
   */
  record NotHandledYet(String event) implements UnderWay {
    @Override
    public String word() {
      return "not-handled-yet";
    }

    @Override
    public String text() {
      return "The event " + event + " is pending: Upstart has just been given it.";
    }

    @Override
    public List<Evidence> evidence() {
      return List.of(new Evidence.OfEvent(event));
    }
  }

  /**
   * The instance is between two states, and nothing holds it up.
   *
   * @param status how it stands
   */
  record Passing(JobStatus status) implements UnderWay {
    @Override
    public String word() {
      return "passing";
    }

    @Override
    public String text() {
      return JobStatus.label(status.job(), status.instance())
          + " is on its way through "
          + status.state()
          + "; nothing is known to hold it up.";
    }
  }
}
