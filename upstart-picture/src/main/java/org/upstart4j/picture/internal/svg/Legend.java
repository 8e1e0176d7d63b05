package org.upstart4j.picture.internal.svg;

import java.util.ArrayList;
import java.util.List;

/** Says what shapes and lines mean. It takes as many rows as it needs. */
record Legend(List<Row> rows) {

  private static final double SIZE = 11;
  private static final double ROW = 20;
  private static final double GAP = 18;
  private static final double BELOW = 14;

  /** Samples that fit beside each other. */
  record Row(List<Sample> samples) {

    private double width() {
      return samples.stream().mapToDouble(Legend::width).sum() - GAP;
    }
  }

  static Legend of(List<Sample> samples, double width) {
    List<Row> rows = new ArrayList<>();
    for (Sample sample : samples) {
      Row last = rows.isEmpty() ? null : rows.get(rows.size() - 1);
      if (last == null || last.width() + GAP + width(sample) - GAP > width) {
        last = new Row(new ArrayList<>());
        rows.add(last);
      }
      last.samples().add(sample);
    }
    return new Legend(rows);
  }

  private static double width(Sample sample) {
    return Sample.WIDTH + Sample.GAP + label(sample).width(SIZE) + GAP;
  }

  private static Label label(Sample sample) {
    return Label.of(sample.meaning(), 40);
  }

  double height() {
    return rows.isEmpty() ? 0 : rows.size() * ROW + BELOW;
  }

  void draw(Markup out, double left, double top) {
    out.open("g", "class", "legend");
    double y = top;
    for (Row row : rows) {
      double x = left;
      for (Sample sample : row.samples()) {
        sample.draw(out, x, y);
        double text = x + Sample.WIDTH + Sample.GAP;
        Nodes.text(out, "meaning", label(sample), SIZE, text, y + Sample.BASE);
        x += width(sample);
      }
      y += ROW;
    }
    out.close().line();
  }
}
