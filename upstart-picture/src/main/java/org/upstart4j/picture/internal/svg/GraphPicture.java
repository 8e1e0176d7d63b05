package org.upstart4j.picture.internal.svg;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.upstart4j.picture.graph.Edge;
import org.upstart4j.picture.graph.EventNode;
import org.upstart4j.picture.graph.JobGraph;
import org.upstart4j.picture.graph.JobNode;
import org.upstart4j.picture.graph.JointNode;
import org.upstart4j.picture.graph.Node;
import org.upstart4j.picture.internal.layout.Box;
import org.upstart4j.picture.internal.layout.Layout;
import org.upstart4j.picture.internal.layout.Placement;
import org.upstart4j.picture.internal.layout.Point;

/** A graph whose parts all have their place. */
record GraphPicture(JobGraph graph, Wiring wiring, List<Figure> figures, Placement placement) {

  static GraphPicture of(JobGraph unsorted, Set<String> outside) {
    JobGraph graph = new JobGraph(eventsFirst(unsorted.nodes()), unsorted.edges());
    Wiring wiring = new Wiring(graph);
    List<Figure> figures = new ArrayList<>();
    for (int i = 0; i < graph.nodes().size(); i++) {
      figures.add(figure(graph.nodes().get(i), wiring.ends().get(i), outside));
    }
    List<Box> boxes = figures.stream().map(Figure::box).toList();
    return new GraphPicture(graph, wiring, figures, Layout.of(boxes, wiring.lines()));
  }

  /** Parts are in the order of their first nodes, so those of one event are together. */
  private static List<Node> eventsFirst(List<Node> nodes) {
    List<Node> sorted = new ArrayList<>(nodes);
    sorted.sort(
        Comparator.comparing(
            node -> node instanceof EventNode event ? event.text() : Character.toString(0x10ffff)));
    return sorted;
  }

  private static Figure figure(Node node, Ends ends, Set<String> outside) {
    if (node instanceof JobNode job) {
      return JobFigure.of(job, ends, outside.contains(job.id()));
    }
    if (node instanceof EventNode event) {
      return EventFigure.of(event, ends);
    }
    return JointFigure.of((JointNode) node, ends);
  }

  String svg(String style) {
    Legend legend = Legend.of(Samples.of(graph), Frame.inner(placement));
    Frame frame = Frame.of(placement, legend.height());
    double top = frame.top();
    Markup out = new Markup();
    frame.open(out, "graph", said());
    out.raw(style);
    frame.paper(out);
    if (figures.isEmpty()) {
      Label nothing = Label.of("There are no jobs.", 40);
      Nodes.text(out, "meaning", nothing, 11, Frame.MARGIN, Frame.MARGIN + 12);
    }
    legend.draw(out, Frame.MARGIN, Frame.MARGIN);
    for (int i = 0; i < wiring.edges().size(); i++) {
      Edge edge = wiring.edges().get(i);
      double inset = figures.get(wiring.target(edge)).inset();
      EdgeFigure.draw(out, edge, placement.routes().get(i).moved(Frame.MARGIN, top).longer(inset));
    }
    for (int i = 0; i < figures.size(); i++) {
      Point corner = placement.corners().get(i);
      figures.get(i).draw(out, corner.plus(Frame.MARGIN, top));
    }
    return out.close().line().toString();
  }

  private String said() {
    long jobs = graph.nodes().stream().filter(JobNode.class::isInstance).count();
    return switch ((int) jobs) {
      case 0 -> "A graph without jobs";
      case 1 -> "Graph of 1 job";
      default -> "Graph of " + jobs + " jobs";
    };
  }
}
