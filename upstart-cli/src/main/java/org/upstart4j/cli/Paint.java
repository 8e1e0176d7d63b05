package org.upstart4j.cli;

import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;

/** Colours text, or leaves it as it is. */
record Paint(boolean enabled) {

  String strong(String text) {
    return paint(text, Style.bold);
  }

  String bad(String text) {
    return paint(text, Style.fg_red, Style.bold);
  }

  String removed(String text) {
    return paint(text, Style.fg_red);
  }

  String good(String text) {
    return paint(text, Style.fg_green);
  }

  String place(String text) {
    return paint(text, Style.fg_cyan);
  }

  private String paint(String text, IStyle... styles) {
    return enabled && !text.isEmpty() ? Style.on(styles) + text + Style.reset.off() : text;
  }
}
