package org.upstart4j.cli.fleet;

import java.util.ArrayList;
import java.util.List;
import org.upstart4j.JobStatus;
import org.upstart4j.cli.terminal.JsonLine;
import org.upstart4j.cli.terminal.Paint;
import org.upstart4j.cli.terminal.PaintedStatus;
import org.upstart4j.cli.terminal.StatusJson;
import org.upstart4j.cli.terminal.Visible;

/**
 * How jobs stand.
 *
 * @param all how each of them stands
 * @param changed whether that was brought about
 */
record Statuses(List<JobStatus> all, boolean changed) implements Answer {

  Statuses {
    all = List.copyOf(all);
  }

  static Statuses seen(List<JobStatus> all) {
    return new Statuses(all, false);
  }

  static Statuses of(JobStatus status, boolean changed) {
    return new Statuses(List.of(status), changed);
  }

  @Override
  public List<String> lines(Paint paint) {
    Paint visible = new Paint(paint.enabled(), true);
    List<String> lines = new ArrayList<>();
    for (JobStatus status : all) {
      lines.addAll(List.of(PaintedStatus.of(status, visible).split("\n")));
    }
    return lines;
  }

  @Override
  public List<String> alike() {
    List<String> lines = new ArrayList<>();
    for (JobStatus status : all) {
      lines.add(
          Visible.text(
              JobStatus.label(status.job(), status.instance())
                  + " "
                  + status.goal()
                  + "/"
                  + status.state()));
    }
    return lines;
  }

  @Override
  public void members(JsonLine json) {
    json.objects("jobs", all, StatusJson::members);
  }
}
