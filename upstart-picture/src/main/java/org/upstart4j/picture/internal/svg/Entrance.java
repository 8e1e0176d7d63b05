package org.upstart4j.picture.internal.svg;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.upstart4j.picture.graph.Edge;
import org.upstart4j.picture.internal.layout.Box.Port;
import org.upstart4j.picture.internal.layout.Box.Side;
import org.upstart4j.picture.internal.layout.Point;

/**
 * Where edges come in at the left of a figure. Those that begin at a name are whole there; for them
 * there is space before the figure's outline, which the others cross.
 *
 * @param ends the edges
 * @param ys how far each is below the figure's top, in the order of the edges
 */
record Entrance(Ends ends, List<Double> ys) {

  /** How far edges are from each other. */
  static final double ROW = 13;

  private static final double SIZE = 10;
  private static final double LINE = 17;
  private static final double GAP = 4;

  /** All edges around the middle of a figure. */
  static Entrance around(double middle, Ends ends) {
    List<Double> ys = new ArrayList<>();
    int count = ends.incoming().size();
    for (int i = 0; i < count; i++) {
      ys.add(middle + ROW * (i - (count - 1) / 2.0));
    }
    return new Entrance(ends, ys);
  }

  /** The space that names take before the outline. */
  double width() {
    double widest = 0;
    for (int i = 0; i < ys.size(); i++) {
      if (ends.isNamed(i)) {
        widest = Math.max(widest, LINE + GAP + name(i).width(SIZE));
      }
    }
    return widest;
  }

  /** The ports of lines. */
  List<Port> ports() {
    List<Port> ports = new ArrayList<>();
    for (int i = 0; i < ys.size(); i++) {
      if (!ends.isNamed(i)) {
        ports.add(new Port(Side.LEFT, ys.get(i)));
      }
    }
    return ports;
  }

  private Label name(int place) {
    Edge edge = ends.incoming().get(place);
    // an edge knows its job's id only, which is the name with a word before it
    String name = edge.from().substring(edge.from().indexOf(':') + 1);
    boolean isEmitter = edge.kind() == Edge.Kind.EMITS;
    return Label.of(isEmitter ? name : name + " " + Ends.label(edge), 40);
  }

  /** Draws the edges that begin at names. */
  void draw(Markup out, Point corner) {
    double right = corner.x() + width();
    for (int i = 0; i < ys.size(); i++) {
      if (ends.isNamed(i)) {
        Edge edge = ends.incoming().get(i);
        Label name = name(i);
        double x = right - LINE - GAP - name.width(SIZE);
        double y = corner.y() + ys.get(i);
        String kind = edge.kind().name().toLowerCase(Locale.ROOT);
        EdgeFigure.open(out, edge);
        Nodes.text(out, "cause " + kind, name, SIZE, x, y + 3.5);
        EdgeFigure.line(
            out, List.of(new Point(right - LINE, y), new Point(right, y)), edge.stops());
        out.close().line();
      }
    }
  }
}
