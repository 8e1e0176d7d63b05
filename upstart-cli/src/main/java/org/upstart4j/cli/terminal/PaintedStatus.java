package org.upstart4j.cli.terminal;

import org.upstart4j.Goal;
import org.upstart4j.JobStatus;
import org.upstart4j.State;

/** Shows how an instance of a job stands: as initctl does, in colours if there are any. */
public final class PaintedStatus {

  private PaintedStatus() {}

  /** The line that initctl prints, and those of further processes, with goal and state coloured. */
  public static String of(JobStatus status, Paint paint) {
    String text = status.toString();
    if (!paint.enabled() && !paint.terminal()) {
      return text;
    }
    String label = JobStatus.label(status.job(), status.instance()) + " ";
    String progress = progress(status.goal(), status.state());
    return Visible.text(label)
        + paint(status.goal(), status.state(), paint)
        + Visible.lines(text.substring(label.length() + progress.length()));
  }

  /** Goal and state: green for what runs, yellow for what is under way. */
  public static String paint(Goal goal, State state, Paint paint) {
    String progress = Visible.text(progress(goal, state));
    if (goal.equals(Goal.START) && state.equals(State.RUNNING)) {
      return paint.good(progress);
    }
    return goal.equals(Goal.STOP) && state.equals(State.WAITING) ? progress : paint.busy(progress);
  }

  private static String progress(Goal goal, State state) {
    return goal + "/" + state;
  }
}
