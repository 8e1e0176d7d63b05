package org.upstart4j.cli.terminal;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;

/**
 * How text looks where it is read.
 *
 * @param enabled whether in colours
 * @param terminal whether on a terminal, which others' text must not command
 */
public record Paint(boolean enabled, boolean terminal) {

  /** As the bytes are, for a pipe or a file. */
  public static final Paint PLAIN = new Paint(false, false);

  /** As the standard output is: on a terminal in colours, unless variables say otherwise. */
  public static Paint standard() {
    boolean terminal = Terminal.isOutput();
    return new Paint(isColoured(terminal), terminal);
  }

  private static boolean isColoured(boolean terminal) {
    if (isSet("NO_COLOR")) {
      return false;
    } else if (isSet("CLICOLOR_FORCE") && !"0".equals(System.getenv("CLICOLOR_FORCE"))) {
      return true;
    }
    return terminal && Terminal.isClever() && !"0".equals(System.getenv("CLICOLOR"));
  }

  private static boolean isSet(String variable) {
    @Nullable String value = System.getenv(variable);
    return value != null && !value.isEmpty();
  }

  /** The same without colours. */
  public Paint withoutColours() {
    return new Paint(false, terminal);
  }

  /** Whether picocli is to colour its help. */
  public Ansi ansi() {
    return enabled ? Ansi.ON : Ansi.OFF;
  }

  /** Others' lines: as they are, but on a terminal with control characters visible. */
  public String lines(String text) {
    return terminal ? Visible.lines(text) : text;
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
