package org.upstart4j.picture.internal.plain;

/** The characters of which bars are made. */
enum Glyphs {
  BLOCKS("░", "█", "━", "✗", "◆", "»", "│", "▼", "⋯"),
  ASCII(".", "#", "=", "x", "r", ">", "|", "v", "~");

  private final String waited;
  private final String worked;
  private final String ran;
  private final String failure;
  private final String respawn;
  private final String open;
  private final String instant;
  private final String event;
  private final String cut;

  Glyphs(String... characters) {
    waited = characters[0];
    worked = characters[1];
    ran = characters[2];
    failure = characters[3];
    respawn = characters[4];
    open = characters[5];
    instant = characters[6];
    event = characters[7];
    cut = characters[8];
  }

  String of(Cell cell) {
    return switch (cell) {
      case NOTHING -> " ";
      case CUT -> cut;
      case RAN -> ran;
      case WAITED -> waited;
      case WORKED -> worked;
      case INSTANT -> instant;
      case EVENT -> event;
      case RESPAWN -> respawn;
      case OPEN -> open;
      case FAILURE -> failure;
    };
  }
}
