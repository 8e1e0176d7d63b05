package org.upstart4j.cli.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.upstart4j.cli.terminal.Visible;

/**
 * Draws a view: a header, rows, and a line with what is above and below and the keys.
 *
 * @param colours whether in colours
 */
record ListPicture(boolean colours) {

  private static final AttributedStyle PLAIN = AttributedStyle.DEFAULT;
  private static final String KEYS =
      "q quit  / filter  r running only  arrows, PgUp, PgDn, Home, End scroll";

  /** The lines of a picture that fits. */
  List<AttributedString> draw(ListView view, int lines, int columns) {
    int room = lines <= 2 ? lines - 1 : lines - 2;
    view.scroll().resize(room);
    List<AttributedString> picture = new ArrayList<>();
    picture.add(header(view));
    boolean old = view.lost().isPresent();
    view.scroll().seen().forEach(row -> picture.add(row(row, old)));
    if (lines > 2) {
      while (picture.size() < lines - 1) {
        picture.add(AttributedString.EMPTY);
      }
      picture.add(footer(view));
    }
    return picture.stream().map(line -> cut(line, columns)).toList();
  }

  private AttributedString header(ListView view) {
    AttributedStringBuilder line = new AttributedStringBuilder();
    if (view.lost().isPresent()) {
      line.style(style(colour(Standing.FAILED))).append("connection lost, as last known: ");
    }
    line.style(style(PLAIN.bold())).append(counts(view.counts()));
    List<String> choices = new ArrayList<>();
    if (!view.jobs().isEmpty()) {
      choices.add("jobs " + Visible.text(String.join(", ", view.jobs())));
    }
    if (view.isRunningOnly()) {
      choices.add("running only");
    }
    if (!view.filter().isEmpty() && !view.isTyping()) {
      choices.add("/" + Visible.text(view.filter()));
    }
    choices.forEach(choice -> line.append("; " + choice));
    int all = view.counts().values().stream().mapToInt(Integer::intValue).sum();
    if (view.shown() < all) {
      line.append("; shows " + view.shown() + " of " + all);
    }
    view.lost().ifPresent(reason -> line.append("; " + Visible.text(reason)));
    return line.toAttributedString();
  }

  private static String counts(Map<Standing, Integer> counts) {
    List<String> texts = new ArrayList<>();
    for (Standing standing : Standing.values()) {
      int count = counts.getOrDefault(standing, 0);
      if (count > 0 || standing == Standing.RUNNING) {
        texts.add(count + " " + standing);
      }
    }
    return String.join(", ", texts);
  }

  private AttributedString row(Row row, boolean old) {
    AttributedStyle plain = style(old ? PLAIN.faint() : PLAIN);
    AttributedStyle progress = old ? plain : style(colour(row.standing()));
    return new AttributedStringBuilder()
        .style(plain)
        .append(row.label() + " ")
        .style(progress)
        .append(row.progress())
        .style(row.standing() == Standing.FAILED ? progress : plain)
        .append(row.more())
        .toAttributedString();
  }

  private static AttributedStyle colour(Standing standing) {
    return switch (standing) {
      case FAILED -> PLAIN.bold().foreground(AttributedStyle.RED);
      case MOVING -> PLAIN.foreground(AttributedStyle.YELLOW);
      case RUNNING -> PLAIN.foreground(AttributedStyle.GREEN);
      case STOPPED -> PLAIN;
    };
  }

  private AttributedString footer(ListView view) {
    if (view.isTyping()) {
      String text = "/" + Visible.text(view.filter()) + "_";
      return new AttributedString(text + "  Enter keeps, Escape clears", style(PLAIN.bold()));
    }
    List<String> parts = new ArrayList<>();
    if (view.scroll().above() > 0) {
      parts.add("↑ " + view.scroll().above() + " more");
    }
    if (view.scroll().below() > 0) {
      parts.add("↓ " + view.scroll().below() + " more");
    }
    AttributedStringBuilder line = new AttributedStringBuilder();
    line.style(style(PLAIN.bold())).append(String.join("  ", parts));
    line.style(style(PLAIN)).append(parts.isEmpty() ? KEYS : "  " + KEYS);
    return line.toAttributedString();
  }

  private AttributedStyle style(AttributedStyle style) {
    return colours ? style : PLAIN;
  }

  private static AttributedString cut(AttributedString line, int columns) {
    return line.columnLength() <= columns ? line : line.columnSubSequence(0, columns);
  }
}
