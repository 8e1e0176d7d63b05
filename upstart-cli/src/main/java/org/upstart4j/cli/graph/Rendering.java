package org.upstart4j.cli.graph;

import java.util.Optional;
import org.upstart4j.cli.command.Misuse;
import org.upstart4j.picture.Dot;
import org.upstart4j.picture.Mermaid;
import org.upstart4j.picture.MermaidLimitException;
import org.upstart4j.picture.Page;
import org.upstart4j.picture.Svg;

/**
 * Writes a picture.
 *
 * @param name what it is called
 * @param focus what is drawn
 */
record Rendering(String name, Focus focus) {

  /** So many jobs are tried to find one whose surroundings Mermaid draws. */
  private static final int TRIES = 100;

  /** The picture, as a file holds it. */
  String text(GraphFormat format) {
    return switch (format) {
      case DOT -> Dot.of(focus.graph());
      case MERMAID -> mermaid();
      case SVG -> Svg.of(focus.graph());
      case HTML -> Page.of(name).with(focus.graph()).toHtml();
    };
  }

  private String mermaid() {
    try {
      return Mermaid.of(focus.graph());
    } catch (MermaidLimitException tooMuch) {
      throw new Misuse(tooMuch.getMessage() + "; " + advice() + ", or take --format svg");
    }
  }

  private String advice() {
    if (focus.job().isPresent()) {
      Optional<Integer> most = most();
      return most.map(steps -> "--around " + steps + " fits").orElse("even --around 0 is too much");
    }
    return focus.byEdges().stream()
        .limit(TRIES)
        .filter(job -> fits(focus.around(job)))
        .findFirst()
        .map(job -> "give a JOB, such as " + job)
        .orElse("give a JOB");
  }

  /** The most steps that fit: with each one more there is more to draw. */
  private Optional<Integer> most() {
    Optional<Integer> most = Optional.empty();
    for (int steps = 0; steps < focus.steps() && fits(focus.within(steps)); steps++) {
      most = Optional.of(steps);
    }
    return most;
  }

  private static boolean fits(Focus focus) {
    try {
      return !Mermaid.of(focus.graph()).isEmpty();
    } catch (MermaidLimitException tooMuch) {
      return false;
    }
  }
}
