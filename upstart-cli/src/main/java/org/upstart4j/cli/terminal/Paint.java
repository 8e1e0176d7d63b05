package org.upstart4j.cli.terminal;

import org.jspecify.annotations.Nullable;

/**
 * How text looks where it is read.
 *
 * @param enabled whether in colours
 * @param terminal whether on a terminal, which others' text must not command
 */
public record Paint(boolean enabled, boolean terminal) {

  private static final int BOLD = 1;
  private static final int RED = 31;
  private static final int GREEN = 32;
  private static final int YELLOW = 33;
  private static final int CYAN = 36;

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

  /** The same with colours. */
  public Paint withColours() {
    return new Paint(true, terminal);
  }

  /** Others' lines: as they are, but on a terminal with control characters visible. */
  public String lines(String text) {
    return terminal ? Visible.lines(text) : text;
  }

  public String busy(String text) {
    return paint(text, YELLOW);
  }

  public String strong(String text) {
    return paint(text, BOLD);
  }

  public String bad(String text) {
    return paint(text, RED, BOLD);
  }

  public String doubtful(String text) {
    return paint(text, YELLOW, BOLD);
  }

  public String remark(String text) {
    return paint(text, CYAN, BOLD);
  }

  public String removed(String text) {
    return paint(text, RED);
  }

  public String good(String text) {
    return paint(text, GREEN);
  }

  public String place(String text) {
    return paint(text, CYAN);
  }

  private String paint(String text, int... codes) {
    if (!enabled || text.isEmpty()) {
      return text;
    }
    StringBuilder painted = new StringBuilder();
    for (int code : codes) {
      painted.append("\u001b[").append(code).append('m');
    }
    return painted.append(text).append("\u001b[0m").toString();
  }
}
