package org.upstart4j.cli;

import org.upstart4j.cli.terminal.Paint;
import org.upstart4j.cli.terminal.Visible;
import org.upstart4j.jobfile.Problem;

/** Shows a problem, with colours where they are wanted. */
record PaintedProblem(Paint paint) {

  String text(String file, Problem problem) {
    String name = Visible.text(file);
    String text = Visible.lines(problem.render(name));
    if (!paint.enabled()) {
      return text;
    }
    String place = name + ":" + problem.span() + ":";
    int lineEnd = text.indexOf('\n', place.length());
    int caret = text.lastIndexOf('\n') + 1;
    return paint.strong(place)
        + text.substring(place.length(), lineEnd).replaceFirst("error:", paint.bad("error:"))
        + text.substring(lineEnd, caret)
        + caret(text.substring(caret));
  }

  private String caret(String line) {
    int start = line.indexOf('^');
    return line.substring(0, start) + paint.bad(line.substring(start));
  }
}
