package org.upstart4j.picture.internal.svg;

import java.util.ArrayList;
import java.util.List;
import org.upstart4j.picture.graph.Edge;
import org.upstart4j.picture.graph.JobNode;
import org.upstart4j.picture.internal.layout.Box;
import org.upstart4j.picture.internal.layout.Box.Port;
import org.upstart4j.picture.internal.layout.Box.Side;
import org.upstart4j.picture.internal.layout.Point;

/**
 * A job: a box with its name and how it stands at the left, what happens to it that others wait for
 * at the right, and what is wrong with it below.
 */
record JobFigure(JobNode job, JobText text, List<Label> uses, Entrance entrance, Box box)
    implements Figure {

  private static final double SIZE = 11;
  private static final double ROW = 17;
  private static final double MARGIN = 4;
  private static final double PADDING = 9;
  private static final double GAP = 16;

  static JobFigure of(JobNode job, Ends ends, boolean isOutside) {
    List<Label> uses = ends.uses().stream().map(use -> Label.of(use.toString(), 36)).toList();
    double right = uses.stream().mapToDouble(use -> GAP + use.width(SIZE)).max().orElse(0);
    boolean isStopped = ends.incoming().stream().anyMatch(Edge::stops);
    JobText text = JobText.of(job, isOutside, isStopped, right);
    Entrance entrance = entrance(ends, text);
    double width = 2 * PADDING + Math.max(text.left() + right, text.below());
    double rows = Math.max(text.rows().size(), uses.size()) + text.findings().size();
    List<Port> ports = new ArrayList<>(entrance.ports());
    for (int i = 0; i < uses.size(); i++) {
      if (ends.uses().get(i).hasPort()) {
        ports.add(new Port(Side.RIGHT, middle(i)));
      }
    }
    Box box = new Box(entrance.width() + width, 2 * MARGIN + ROW * rows, true, ports);
    return new JobFigure(job, text, uses, entrance, box);
  }

  /** What starts the job comes in beside its name, what stops it beside the last row. */
  private static Entrance entrance(Ends ends, JobText text) {
    long stops = ends.incoming().stream().filter(Edge::stops).count();
    double perStart = ROW / (ends.incoming().size() - stops + 1);
    double perStop = ROW / (stops + 1);
    double start = MARGIN;
    double stop = MARGIN + ROW * (text.rows().size() - 1);
    List<Double> ys = new ArrayList<>();
    for (Edge edge : ends.incoming()) {
      if (edge.stops()) {
        stop += perStop;
      } else {
        start += perStart;
      }
      ys.add(edge.stops() ? stop : start);
    }
    return new Entrance(ends, ys);
  }

  /** The middle of a row, below the top of the box. */
  private static double middle(int row) {
    return MARGIN + ROW * row + ROW / 2;
  }

  @Override
  public double inset() {
    return entrance.width();
  }

  @Override
  public void draw(Markup out, Point corner) {
    entrance.draw(out, corner);
    Nodes.open(out, "job" + text.kinds(), job.id(), job.job(), text.said());
    Nodes.title(out, text.hover(), job.source());
    Nodes.shape(out, corner, this, 4);
    double left = corner.x() + inset() + PADDING;
    for (int i = 0; i < text.rows().size(); i++) {
      JobText.Row row = text.rows().get(i);
      Nodes.text(out, row.kind(), row.label(), row.size(), left, base(corner, i));
    }
    for (int i = 0; i < uses.size(); i++) {
      double x = corner.x() + box.width() - PADDING - uses.get(i).width(SIZE);
      Nodes.text(out, "use", uses.get(i), SIZE, x, base(corner, i));
    }
    int rows = Math.max(text.rows().size(), uses.size());
    for (int i = 0; i < text.findings().size(); i++) {
      Nodes.text(out, "wrong", text.findings().get(i), SIZE, left, base(corner, rows + i));
    }
    out.close().line();
  }

  private static double base(Point corner, int row) {
    return corner.y() + middle(row) + 4;
  }
}
