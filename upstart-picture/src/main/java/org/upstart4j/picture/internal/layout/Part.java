package org.upstart4j.picture.internal.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Boxes that hang together, and the lines between them.
 *
 * @param boxes their places in the list of all boxes, rising
 * @param lines their places in the list of all lines, rising
 */
record Part(List<Integer> boxes, List<Integer> lines) {

  /** The parts, in the order of their first boxes. */
  static List<Part> of(int boxes, List<Line> lines) {
    int[] parents = new int[boxes];
    for (int i = 0; i < boxes; i++) {
      parents[i] = i;
    }
    for (Line line : lines) {
      int one = root(parents, line.from());
      int other = root(parents, line.to());
      parents[Math.max(one, other)] = Math.min(one, other);
    }
    Map<Integer, Part> parts = new LinkedHashMap<>();
    for (int i = 0; i < boxes; i++) {
      part(parts, root(parents, i)).boxes.add(i);
    }
    for (int i = 0; i < lines.size(); i++) {
      part(parts, root(parents, lines.get(i).from())).lines.add(i);
    }
    return List.copyOf(parts.values());
  }

  private static Part part(Map<Integer, Part> parts, int root) {
    return parts.computeIfAbsent(root, first -> new Part(new ArrayList<>(), new ArrayList<>()));
  }

  private static int root(int[] parents, int box) {
    int root = box;
    while (parents[root] != root) {
      parents[root] = parents[parents[root]];
      root = parents[root];
    }
    return root;
  }

  /** Its boxes, of a list of all. */
  <T> List<T> boxesOf(List<T> all) {
    return boxes.stream().map(all::get).toList();
  }

  /** Its lines, of a list of all. */
  <T> List<T> linesOf(List<T> all) {
    return lines.stream().map(all::get).toList();
  }
}
