package org.upstart4j.jobfile.internal.edit;

/**
 * The lines of a script as they are written.
 *
 * @param lines the lines between {@code script} and {@code end script}
 * @param end the line {@code end script}; empty if it is missing
 */
record ScriptText(String lines, String end) {

  /** Other lines, indented as the first line of this script is, unless that one is blank. */
  String indent(String otherLines) {
    String line = lines.substring(0, lines.indexOf('\n') + 1);
    String first = line.isEmpty() ? lines : line;
    String blanks = first.substring(0, first.length() - first.stripLeading().length());
    return blanks.contains("\n") ? otherLines : otherLines.replaceAll("(?md)^(?=[^\n])", blanks);
  }

  @Override
  public String toString() {
    return lines + end;
  }
}
