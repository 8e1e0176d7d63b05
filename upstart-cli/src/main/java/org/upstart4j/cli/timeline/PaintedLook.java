package org.upstart4j.cli.timeline;

import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.upstart4j.cli.command.Invocation;
import org.upstart4j.cli.terminal.Paint;
import org.upstart4j.picture.timeline.Look;

/** How a timeline looks on the standard output. */
final class PaintedLook {

  private PaintedLook() {}

  static Look of(Paint paint) {
    return (part, text) ->
        switch (part) {
          case HEAD -> paint.strong(text);
          case FAINT, EVENT -> paint.place(text);
          case BAD -> paint.bad(text);
          case DOUBTFUL -> paint.doubtful(text);
          case WAITED -> paint.busy(text);
          case WORKED -> paint.remark(text);
          case RAN -> paint.good(text);
        };
  }

  /** Whether this place knows no other characters. */
  static boolean isAscii(Invocation call) {
    if ("dumb".equals(call.variable("TERM"))) {
      return true;
    }
    @Nullable String locale =
        Stream.of("LC_ALL", "LC_CTYPE", "LANG")
            .map(call::variable)
            .filter(value -> value != null && !value.isEmpty())
            .findFirst()
            .orElse(null);
    return locale != null && !locale.toLowerCase(Locale.ROOT).replace("-", "").endsWith("utf8");
  }
}
