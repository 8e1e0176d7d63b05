package org.upstart4j.spi;

import java.util.Set;
import org.upstart4j.AlreadyStartedException;
import org.upstart4j.AlreadyStoppedException;
import org.upstart4j.CGroupManagerNotAvailableException;
import org.upstart4j.EventFailedException;
import org.upstart4j.JobFailedException;
import org.upstart4j.NotRunningException;
import org.upstart4j.PermissionDeniedException;
import org.upstart4j.UnexpectedErrorException;
import org.upstart4j.UnknownInstanceException;
import org.upstart4j.UnknownJobException;
import org.upstart4j.UnknownParameterException;
import org.upstart4j.UnknownVariableException;
import org.upstart4j.UpstartError;
import org.upstart4j.UpstartException;
import org.upstart4j.UpstartUnavailableException;

/** Makes exceptions of the errors that an Upstart answers with. */
public final class UpstartErrors {

  private static final String PARAMETER = "Unknown parameter: ";
  private static final String VARIABLE = "No such variable: ";

  private static final Set<String> UNAVAILABLE =
      Set.of("ServiceUnknown", "NameHasNoOwner", "NoReply", "Disconnected", "NoServer", "Timeout");

  private static final Set<String> GONE =
      Set.of("UnknownMethod", "UnknownObject", "UnknownInterface", "UnknownProperty");

  private UpstartErrors() {}

  /**
   * Says whether an error means that the object that was called is not there, or that its Upstart
   * is too old for what was asked of it.
   *
   * @param error the error
   * @return whether it does
   */
  public static boolean saysUnknown(UpstartError error) {
    return error.name().startsWith(UpstartError.DBUS)
        && GONE.contains(error.name().substring(UpstartError.DBUS.length()));
  }

  /**
   * Makes the exception of an error that came when an event was to be emitted.
   *
   * @param error the error
   * @param event the event's name
   * @return the exception
   */
  public static UpstartException ofEvent(UpstartError error, String event) {
    return error.name().equals(UpstartError.UPSTART + "EventFailed")
        ? new EventFailedException(error, event)
        : of(error);
  }

  /**
   * Makes the exception of an error that came when a job was asked for something.
   *
   * @param error the error
   * @param job the job's name
   * @return the exception
   */
  public static UpstartException ofJob(UpstartError error, String job) {
    return saysUnknown(error)
        ? UnknownJobException.gone(error, job)
        : ofJob(error, job, instance(error.text(), job));
  }

  /** Returns the instance that an error names: {@code Job is already running: JOB (INSTANCE)}. */
  private static String instance(String text, String job) {
    String unknown = "Unknown instance: ";
    if (text.startsWith(unknown)) {
      return text.substring(unknown.length());
    }
    int begin = text.indexOf(": " + job + " (");
    return begin >= 0 && text.endsWith(")")
        ? text.substring(begin + job.length() + 4, text.length() - 1)
        : "";
  }

  /**
   * Makes the exception of an error that came when an instance was asked for something.
   *
   * @param error the error
   * @param job the job's name
   * @param instance the instance's name
   * @return the exception
   */
  public static UpstartException ofInstance(UpstartError error, String job, String instance) {
    return saysUnknown(error)
        ? UnknownInstanceException.gone(error, job, instance)
        : ofJob(error, job, instance);
  }

  private static UpstartException ofJob(UpstartError error, String job, String instance) {
    if (!error.name().startsWith(UpstartError.UPSTART)) {
      return error.text().startsWith(PARAMETER)
          ? new UnknownParameterException(error, job)
          : of(error);
    }
    return switch (error.name().substring(UpstartError.UPSTART.length())) {
      case "UnknownJob" -> new UnknownJobException(error, job);
      case "UnknownInstance" -> new UnknownInstanceException(error, job, instance);
      case "UnknownJobInstance" -> UnknownInstanceException.gone(error, job, instance);
      case "AlreadyStarted" -> new AlreadyStartedException(error, job, instance);
      case "AlreadyStopped" -> new AlreadyStoppedException(error, job, instance);
      case "NotRunning" -> new NotRunningException(error, job, instance);
      case "JobFailed" -> new JobFailedException(error, job, instance);
      case "CGroupManagerNotAvailable" ->
          new CGroupManagerNotAvailableException(error, job, instance);
      default -> of(error);
    };
  }

  /**
   * Makes the exception of an error that came when Upstart itself was asked for something.
   *
   * @param error the error
   * @return the exception
   */
  public static UpstartException of(UpstartError error) {
    String name = error.name();
    if (name.equals(UpstartError.UPSTART + "PermissionDenied")
        || name.equals(UpstartError.DBUS + "AccessDenied")) {
      return new PermissionDeniedException(error);
    }
    if (error.text().startsWith(VARIABLE)) {
      return new UnknownVariableException(error, error.text().substring(VARIABLE.length()));
    }
    return name.startsWith(UpstartError.DBUS)
            && UNAVAILABLE.contains(name.substring(UpstartError.DBUS.length()))
        ? new UpstartUnavailableException("No Upstart can be reached: " + error, null)
        : new UnexpectedErrorException(error);
  }
}
