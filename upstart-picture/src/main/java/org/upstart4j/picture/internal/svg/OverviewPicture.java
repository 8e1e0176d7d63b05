package org.upstart4j.picture.internal.svg;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.upstart4j.picture.graph.Groups;
import org.upstart4j.picture.graph.Groups.Group;
import org.upstart4j.picture.graph.Groups.Link;
import org.upstart4j.picture.internal.layout.Layout;
import org.upstart4j.picture.internal.layout.Line;
import org.upstart4j.picture.internal.layout.Placement;
import org.upstart4j.picture.internal.layout.Point;
import org.upstart4j.picture.internal.layout.Route;

/** The groups of a large graph, and the strongest links between them. */
record OverviewPicture(
    Groups groups, List<Link> links, List<GroupFigure> figures, Placement placement) {

  private static final double SIZE = 10;

  /** More lines than this for each group are a tangle. */
  private static final double LINES_A_GROUP = 1.5;

  static OverviewPicture of(Groups groups) {
    Map<String, Integer> places = new HashMap<>();
    groups.groups().forEach(group -> places.put(group.id(), places.size()));
    List<Link> links = strongest(groups);
    int[] in = new int[places.size()];
    int[] out = new int[places.size()];
    List<Line> lines = new ArrayList<>();
    for (Link link : links) {
      int from = requireNonNull(places.get(link.from()));
      int to = requireNonNull(places.get(link.to()));
      lines.add(new Line(from, out[from]++, to, in[to]++));
    }
    lines.replaceAll(
        line -> new Line(line.from(), in[line.from()] + line.fromPort(), line.to(), line.toPort()));
    List<GroupFigure> figures = new ArrayList<>();
    for (Group group : groups.groups()) {
      int place = figures.size();
      figures.add(GroupFigure.of(group, in[place], out[place]));
    }
    Placement placement = Layout.of(figures.stream().map(GroupFigure::box).toList(), lines);
    return new OverviewPicture(groups, links, figures, placement);
  }

  /** The links with the most edges: all that have as many as the last one that is wanted. */
  private static List<Link> strongest(Groups groups) {
    int most = (int) (LINES_A_GROUP * groups.groups().size());
    List<Link> all = groups.links();
    if (all.size() <= most) {
      return all;
    }
    int next = all.stream().map(Link::count).sorted(Comparator.reverseOrder()).toList().get(most);
    return all.stream().filter(link -> link.count() > next).toList();
  }

  String svg() {
    Frame frame = Frame.of(placement, note().isEmpty() ? 0 : 24);
    Markup out = new Markup();
    frame.open(out, "graph overview", "Overview of " + figures.size() + " groups of jobs");
    frame.paper(out);
    if (!note().isEmpty()) {
      Nodes.text(out, "meaning", Label.of(note(), 100), 11, Frame.MARGIN, Frame.MARGIN + 10);
    }
    for (int i = 0; i < links.size(); i++) {
      draw(out, links.get(i), placement.routes().get(i).moved(Frame.MARGIN, frame.top()));
    }
    for (int i = 0; i < figures.size(); i++) {
      Point corner = placement.corners().get(i);
      figures.get(i).draw(out, corner.plus(Frame.MARGIN, frame.top()));
    }
    for (int i = 0; i < links.size(); i++) {
      Point start = placement.routes().get(i).points().get(0).plus(Frame.MARGIN, frame.top());
      Label count = Label.of("\u00d7" + links.get(i).count(), 6);
      double x = start.x() - 6 - count.width(SIZE);
      Nodes.text(out, "use", count, SIZE, x, start.y() + 3.5);
    }
    return out.close().line().toString();
  }

  private String note() {
    int left = groups.links().size() - links.size();
    int most = groups.links().stream().mapToInt(Link::count).max().orElse(0);
    int drawn = links.stream().mapToInt(Link::count).min().orElse(most + 1);
    return left == 0
        ? ""
        : left + " weaker links, of fewer than " + drawn + " edges each, are not drawn";
  }

  private static void draw(Markup out, Link link, Route route) {
    out.open("g", "class", "edge link", "data-from", link.from(), "data-to", link.to());
    out.text("title", link.count() == 1 ? "1 edge" : link.count() + " edges");
    EdgeFigure.line(out, route.points(), false);
    out.close().line();
  }
}
