package org.upstart4j.picture.internal.svg;

import java.util.ArrayList;
import java.util.List;
import org.upstart4j.picture.graph.EventNode;
import org.upstart4j.picture.internal.layout.Box;
import org.upstart4j.picture.internal.layout.Box.Port;
import org.upstart4j.picture.internal.layout.Box.Side;
import org.upstart4j.picture.internal.layout.Point;

/** An event: an oval, with what else conditions ask of it at the right if it has many uses. */
record EventFigure(EventNode event, Label name, List<Label> uses, Entrance entrance, Box box)
    implements Figure {

  private static final double SIZE = 11;
  private static final double ROW = 20;
  private static final double PADDING = 8;
  private static final double GAP = 14;

  static EventFigure of(EventNode event, Ends ends) {
    Label name = Label.of(event.text(), 40);
    List<Label> uses = ends.uses().stream().map(use -> Label.of(use.toString(), 32)).toList();
    double widest = uses.stream().mapToDouble(use -> use.width(SIZE)).max().orElse(0);
    double width = 2 * PADDING + name.width(SIZE) + (widest > 0 ? GAP + widest : 0);
    double height = Math.max(ROW * Math.max(1, uses.size()), Entrance.ROW * ends.incoming().size());
    Entrance entrance = Entrance.around(height / 2, ends);
    List<Port> ports = new ArrayList<>(entrance.ports());
    for (int i = 0; i < uses.size(); i++) {
      ports.add(new Port(Side.RIGHT, first(uses, height) + ROW * i));
    }
    Box box = new Box(entrance.width() + width, height, true, ports);
    return new EventFigure(event, name, uses, entrance, box);
  }

  /** The middle of the first row. */
  private static double first(List<Label> uses, double height) {
    return uses.size() > 1 ? ROW / 2 : height / 2;
  }

  @Override
  public double inset() {
    return entrance.width();
  }

  @Override
  public void draw(Markup out, Point corner) {
    entrance.draw(out, corner);
    String kinds =
        "event" + (event.isShared() ? " shared" : "") + (event.isPattern() ? " pattern" : "");
    String said = "event " + event.text() + (event.isPattern() ? ", a pattern" : "");
    Nodes.open(out, kinds, event.id(), event.text(), said);
    Nodes.title(out, said, event.source().map(List::of).orElse(List.of()));
    Nodes.shape(out, corner, this, ROW / 2);
    double base = corner.y() + first(uses, box.height()) + 4;
    Nodes.text(out, "name", name, SIZE, corner.x() + inset() + PADDING, base);
    for (int i = 0; i < uses.size(); i++) {
      double x = corner.x() + box.width() - PADDING - uses.get(i).width(SIZE);
      Nodes.text(out, "use", uses.get(i), SIZE, x, base + ROW * i);
    }
    out.close().line();
  }
}
