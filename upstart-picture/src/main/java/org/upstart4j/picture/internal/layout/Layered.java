package org.upstart4j.picture.internal.layout;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.eclipse.elk.alg.layered.options.GraphCompactionStrategy;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.alg.layered.options.WrappingStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.math.KVector;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.options.SizeConstraint;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** The boxes in layers, by ELK. */
final class Layered {

  static {
    // before the first option is touched; and by name, as some class loaders hide services
    LayoutMetaDataService.getInstance()
        .registerLayoutMetaDataProviders(new CoreOptions(), new LayeredMetaDataProvider());
  }

  private final List<Box> boxes;
  private final List<Line> lines;
  private final ElkNode graph = ElkGraphUtil.createGraph();
  private final List<ElkNode> nodes = new ArrayList<>();
  private final List<ElkEdge> edges = new ArrayList<>();

  private Layered(List<Box> boxes, List<Line> lines) {
    this.boxes = boxes;
    this.lines = lines;
  }

  /** All layers from the left to the right, with what belongs together close to each other. */
  static Placement compact(List<Box> boxes, List<Line> lines) {
    Layered layered = new Layered(boxes, lines);
    layered.graph.setProperty(
        LayeredOptions.COMPACTION_POST_COMPACTION_STRATEGY, GraphCompactionStrategy.EDGE_LENGTH);
    return layered.placement();
  }

  /** Layers in several rows, one below the other. */
  static Placement wrapped(List<Box> boxes, List<Line> lines) {
    Layered layered = new Layered(boxes, lines);
    layered.graph.setProperty(LayeredOptions.WRAPPING_STRATEGY, WrappingStrategy.MULTI_EDGE);
    return layered.placement();
  }

  private Placement placement() {
    setOptions();
    boxes.forEach(this::add);
    lines.forEach(this::add);
    new RecursiveGraphLayoutEngine().layout(graph, new BasicProgressMonitor());
    return new Placement(
        graph.getWidth(),
        graph.getHeight(),
        nodes.stream().map(node -> new Point(node.getX(), node.getY())).toList(),
        edges.stream().map(Layered::route).toList());
  }

  private void setOptions() {
    graph.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
    graph.setProperty(LayeredOptions.DIRECTION, Direction.RIGHT);
    graph.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
    graph.setProperty(LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.BRANDES_KOEPF);
    graph.setProperty(LayeredOptions.SEPARATE_CONNECTED_COMPONENTS, true);
    graph.setProperty(LayeredOptions.ASPECT_RATIO, 1.6);
    graph.setProperty(LayeredOptions.PADDING, new ElkPadding(0));
    graph.setProperty(LayeredOptions.SPACING_NODE_NODE, 10.0);
    graph.setProperty(LayeredOptions.SPACING_EDGE_NODE, 10.0);
    graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE, 8.0);
    graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 18.0);
    graph.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 10.0);
    graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, 7.0);
  }

  private void add(Box box) {
    ElkNode node = ElkGraphUtil.createNode(graph);
    node.setDimensions(box.width(), box.height());
    node.setProperty(LayeredOptions.NODE_SIZE_CONSTRAINTS, EnumSet.noneOf(SizeConstraint.class));
    node.setProperty(
        LayeredOptions.PORT_CONSTRAINTS,
        box.isFixed() ? PortConstraints.FIXED_POS : PortConstraints.FIXED_SIDE);
    for (Box.Port port : box.ports()) {
      boolean isLeft = port.side() == Box.Side.LEFT;
      ElkPort end = ElkGraphUtil.createPort(node);
      end.setLocation(isLeft ? 0 : box.width(), port.y());
      end.setProperty(LayeredOptions.PORT_SIDE, isLeft ? PortSide.WEST : PortSide.EAST);
    }
    nodes.add(node);
  }

  private void add(Line line) {
    edges.add(
        ElkGraphUtil.createSimpleEdge(
            nodes.get(line.from()).getPorts().get(line.fromPort()),
            nodes.get(line.to()).getPorts().get(line.toPort())));
  }

  private static Route route(ElkEdge edge) {
    ElkEdgeSection section = edge.getSections().get(0);
    List<Point> points = new ArrayList<>();
    points.add(new Point(section.getStartX(), section.getStartY()));
    section.getBendPoints().forEach(bend -> points.add(new Point(bend.getX(), bend.getY())));
    points.add(new Point(section.getEndX(), section.getEndY()));
    List<Point> junctions = new ArrayList<>();
    for (KVector junction : edge.getProperty(LayeredOptions.JUNCTION_POINTS)) {
      junctions.add(new Point(junction.x, junction.y));
    }
    return new Route(points, junctions);
  }
}
