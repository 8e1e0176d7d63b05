package org.upstart4j.picture.internal.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/**
 * Puts parts that do not hang together side by side, in about the shape of a screen: large ones in
 * rows, the highest first, and below them small ones in columns, in their own order.
 */
final class Packing {

  private static final double SCREEN = 1.6;
  private static final double LEAST_WIDTH = 900;
  private static final double GAP = 30;
  private static final double SMALL_GAP = 10;
  private static final double SMALL_HEIGHT = 52;

  private final Point[] corners;
  private final Route[] routes;
  private final double limit;
  private double width;
  private double height;

  private Packing(int boxes, int lines, double limit) {
    this.corners = new Point[boxes];
    this.routes = new Route[lines];
    this.limit = limit;
  }

  static Placement of(int boxes, int lines, List<Piece> pieces) {
    double area = pieces.stream().mapToDouble(Packing::area).sum();
    double limit = Math.max(widest(pieces), Math.max(LEAST_WIDTH, Math.sqrt(area * SCREEN)));
    Packing packing = new Packing(boxes, lines, limit);
    packing.rows(
        pieces.stream()
            .filter(piece -> !isSmall(piece))
            .sorted(Comparator.comparingDouble(Piece::height).reversed())
            .toList());
    packing.columns(pieces.stream().filter(Packing::isSmall).toList());
    return new Placement(
        packing.width, packing.height, List.of(packing.corners), List.of(packing.routes));
  }

  private static double area(Piece piece) {
    return (piece.width() + GAP) * (piece.height() + GAP);
  }

  private static boolean isSmall(Piece piece) {
    return piece.height() <= SMALL_HEIGHT;
  }

  /** Each row is as high as its first part; beside it is what fits, in stacks. */
  private void rows(List<Piece> pieces) {
    List<Piece> remaining = new ArrayList<>(pieces);
    while (!remaining.isEmpty()) {
      double top = below(GAP);
      double bottom = top + remaining.get(0).height();
      double x = 0;
      double stack = stack(remaining, x, top, bottom);
      while (stack > 0) {
        x += stack + GAP;
        stack = stack(remaining, x, top, bottom);
      }
    }
  }

  /** Puts pieces that fit one below the other, and returns the width of all. */
  private double stack(List<Piece> remaining, double x, double top, double bottom) {
    double y = top;
    double widest = 0;
    Iterator<Piece> pieces = remaining.iterator();
    while (pieces.hasNext()) {
      Piece piece = pieces.next();
      if (y + piece.height() <= bottom && x + piece.width() <= limit) {
        put(piece, x, y);
        pieces.remove();
        y += piece.height() + GAP;
        widest = Math.max(widest, piece.width());
      }
    }
    return widest;
  }

  private double below(double gap) {
    return height == 0 ? 0 : height + gap;
  }

  /** As many columns of equal length as fit. */
  private void columns(List<Piece> pieces) {
    if (pieces.isEmpty()) {
      return;
    }
    int columns = pieces.size();
    while (columns > 1 && widthOf(columns, pieces) > limit) {
      columns--;
    }
    double top = below(GAP);
    double x = 0;
    for (List<Piece> column : split(columns, pieces)) {
      double y = top;
      for (Piece piece : column) {
        put(piece, x, y);
        y += piece.height() + SMALL_GAP;
      }
      x += widest(column) + GAP;
    }
  }

  private static double widthOf(int columns, List<Piece> pieces) {
    return split(columns, pieces).stream().mapToDouble(column -> widest(column) + GAP).sum() - GAP;
  }

  private static List<List<Piece>> split(int columns, List<Piece> pieces) {
    int length = (pieces.size() + columns - 1) / columns;
    List<List<Piece>> split = new ArrayList<>();
    for (int from = 0; from < pieces.size(); from += length) {
      split.add(pieces.subList(from, Math.min(from + length, pieces.size())));
    }
    return split;
  }

  private static double widest(List<Piece> pieces) {
    return pieces.stream().mapToDouble(Piece::width).max().orElse(0);
  }

  private void put(Piece piece, double x, double y) {
    Placement own = piece.placement();
    for (int i = 0; i < own.corners().size(); i++) {
      corners[piece.part().boxes().get(i)] = own.corners().get(i).plus(x, y);
    }
    for (int i = 0; i < own.routes().size(); i++) {
      routes[piece.part().lines().get(i)] = own.routes().get(i).moved(x, y);
    }
    width = Math.max(width, x + piece.width());
    height = Math.max(height, y + piece.height());
  }
}
