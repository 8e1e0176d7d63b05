package org.upstart4j.picture.internal.svg;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.upstart4j.picture.graph.Groups;
import org.upstart4j.picture.graph.JobNode;
import org.upstart4j.picture.graph.JobNode.Standing;
import org.upstart4j.picture.internal.layout.Box;
import org.upstart4j.picture.internal.layout.Box.Port;
import org.upstart4j.picture.internal.layout.Box.Side;
import org.upstart4j.picture.internal.layout.Point;

/** A group: a box with its name, how many jobs it has, how these stand, and what is wrong. */
record GroupFigure(Groups.Group group, Label name, List<Label> rows, long findings, Box box)
    implements Figure {

  private static final double NAME = 13;
  private static final double SIZE = 11;
  private static final double ROW = 17;
  private static final double MARGIN = 6;
  private static final double PADDING = 12;
  private static final double COUNTS = 40;

  /** Makes the figure of a group that so many lines lead to, and so many leave. */
  static GroupFigure of(Groups.Group group, int in, int out) {
    Label name = Label.of(group.name(), 48);
    List<JobNode> jobs = group.jobs();
    List<Label> rows = new ArrayList<>();
    rows.add(Label.of(jobs.size() == 1 ? "1 job" : jobs.size() + " jobs", 48));
    String standing = standing(jobs);
    if (!standing.isEmpty()) {
      rows.add(Label.of(standing, 48));
    }
    long findings = jobs.stream().mapToLong(job -> job.findings().size()).sum();
    if (findings > 0) {
      rows.add(Label.of(findings == 1 ? "1 finding" : findings + " findings", 48));
    }
    double widest = rows.stream().mapToDouble(row -> row.width(SIZE)).max().orElse(0);
    double width = 2 * PADDING + Math.max(name.width(NAME), widest) + (out > 0 ? COUNTS : 0);
    double height = 2 * MARGIN + ROW * Math.max(1 + rows.size(), Math.max(in, out));
    List<Port> ports = new ArrayList<>();
    for (int i = 0; i < in; i++) {
      ports.add(new Port(Side.LEFT, 0));
    }
    for (int i = 0; i < out; i++) {
      ports.add(new Port(Side.RIGHT, 0));
    }
    return new GroupFigure(group, name, rows, findings, new Box(width, height, false, ports));
  }

  private static String standing(List<JobNode> jobs) {
    Map<Standing, Integer> counts = new TreeMap<>();
    jobs.forEach(
        job -> job.standing().ifPresent(standing -> counts.merge(standing, 1, Integer::sum)));
    return counts.entrySet().stream()
        .map(entry -> entry.getValue() + " " + entry.getKey().name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }

  @Override
  public double inset() {
    return 0;
  }

  @Override
  public void draw(Markup out, Point corner) {
    String said =
        group.name() + ", " + rows.stream().map(Label::text).collect(Collectors.joining(", "));
    String kinds = findings > 0 ? "group finding" : "group";
    Nodes.open(out, kinds, group.id(), group.name(), said);
    String jobs = group.jobs().stream().map(JobNode::job).collect(Collectors.joining("\n"));
    out.text("title", said + "\n" + jobs);
    Nodes.shape(out, corner, this, 8);
    double left = corner.x() + PADDING;
    double y = corner.y() + MARGIN + ROW / 2 + 4;
    Nodes.text(out, "name", name, NAME, left, y);
    for (int i = 0; i < rows.size(); i++) {
      boolean isWrong = findings > 0 && i == rows.size() - 1;
      Nodes.text(out, isWrong ? "wrong" : "standing", rows.get(i), SIZE, left, y + ROW * (i + 1));
    }
    out.close().line();
  }
}
