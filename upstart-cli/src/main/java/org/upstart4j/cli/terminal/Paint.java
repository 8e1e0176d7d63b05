package org.upstart4j.cli.terminal;

import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;

/** Colours text, or leaves it as it is. */
public record Paint(boolean enabled) {

  /** Colours for a terminal; none for a pipe, or if NO_COLOR is set. */
  public static Paint forTerminal() {
    return new Paint(Ansi.AUTO.enabled());
  }

  public String busy(String text) {
    return paint(text, Style.fg_yellow);
  }

  public String strong(String text) {
    return paint(text, Style.bold);
  }

  public String bad(String text) {
    return paint(text, Style.fg_red, Style.bold);
  }

  public String removed(String text) {
    return paint(text, Style.fg_red);
  }

  public String good(String text) {
    return paint(text, Style.fg_green);
  }

  public String place(String text) {
    return paint(text, Style.fg_cyan);
  }

  private String paint(String text, IStyle... styles) {
    return enabled && !text.isEmpty() ? Style.on(styles) + text + Style.reset.off() : text;
  }
}
