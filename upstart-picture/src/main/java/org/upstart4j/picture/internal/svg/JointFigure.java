package org.upstart4j.picture.internal.svg;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.upstart4j.picture.graph.JointNode;
import org.upstart4j.picture.internal.layout.Box;
import org.upstart4j.picture.internal.layout.Box.Port;
import org.upstart4j.picture.internal.layout.Box.Side;
import org.upstart4j.picture.internal.layout.Point;

/** A joint: a circle, which grows with what comes together there. */
record JointFigure(JointNode joint, Entrance entrance, Box box) implements Figure {

  private static final double SIZE = 11;
  private static final double WIDTH = 30;
  private static final double LEAST_HEIGHT = 22;

  static JointFigure of(JointNode joint, Ends ends) {
    double height = Math.max(LEAST_HEIGHT, Entrance.ROW * ends.incoming().size());
    Entrance entrance = Entrance.around(height / 2, ends);
    List<Port> ports = new ArrayList<>(entrance.ports());
    ends.uses().forEach(use -> ports.add(new Port(Side.RIGHT, height / 2)));
    boolean isFixed = entrance.width() > 0;
    Box box = new Box(entrance.width() + WIDTH, height, isFixed, ports);
    return new JointFigure(joint, entrance, box);
  }

  @Override
  public double inset() {
    return entrance.width();
  }

  @Override
  public void draw(Markup out, Point corner) {
    entrance.draw(out, corner);
    String word = joint.operator().name().toLowerCase(Locale.ROOT);
    Nodes.open(out, "joint " + word, joint.id(), word, word);
    Nodes.title(out, word, joint.source().map(List::of).orElse(List.of()));
    Nodes.shape(out, corner, this, LEAST_HEIGHT / 2);
    Label label = Label.of(word, 3);
    double left = corner.x() + inset() + (WIDTH - label.width(SIZE)) / 2;
    Nodes.text(out, "word", label, SIZE, left, corner.y() + box.height() / 2 + 4);
    out.close().line();
  }
}
