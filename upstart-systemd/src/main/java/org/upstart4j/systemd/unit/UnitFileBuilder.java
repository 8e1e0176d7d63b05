package org.upstart4j.systemd.unit;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.regex.Pattern;
import org.upstart4j.jobfile.internal.text.ByteText;
import org.upstart4j.systemd.internal.unit.WordWriter;
import org.upstart4j.systemd.unit.UnitLine.Assignment;

/**
 * Builds a unit, or changes one. Everything that is not asked to change stays, byte for byte. Not
 * thread-safe.
 *
 * <pre>{@code
 * UnitFile unit =
 *     UnitFile.builder()
 *         .add("Unit", "Description", UnitWords.label("Web server"))
 *         .add("Service", "ExecStart", new ExecCommand(Set.of(), List.of("/usr/sbin/web")).text())
 *         .build();
 * }</pre>
 *
 * <p>Values are written as they are; {@link UnitWords} and {@link ExecCommand} make them.
 */
public final class UnitFileBuilder {

  private static final Pattern SECTION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 _.-]*");
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]*");
  private static final String MARK = "\ufeff";
  private static final int TOO_LONG = 1 << 20;

  private UnitFile file;

  UnitFileBuilder(UnitFile file) {
    this.file = file;
  }

  /**
   * Adds comment lines at the end of the file.
   *
   * @param text one or more lines, without number signs
   * @return this builder
   * @throws UnitSyntaxException if it holds a NUL
   */
  public UnitFileBuilder comment(String text) {
    if (text.indexOf('\0') >= 0) {
      throw new UnitSyntaxException("A comment holds no NUL; leave it out");
    }
    text.lines().forEach(line -> append(line.isEmpty() ? "#" : "# " + line));
    return this;
  }

  /**
   * Adds an assignment: after the last one of that key; else at the end of the section; else in a
   * new section at the end of the file.
   *
   * @param section the name of the section
   * @param key the key
   * @param value the value; an empty one takes back what was set before
   * @return this builder
   * @throws UnitSyntaxException if the names are none that systemd has, or it would read the value
   *     differently: it holds a line break, a NUL or what is not UTF-8, starts or ends with a
   *     blank, ends with a backslash, or is longer than a line
   */
  public UnitFileBuilder add(String section, String key, String value) {
    require(section, key, value);
    UnitSections sections = new UnitSections(file.lines());
    String line = key + "=" + value;
    int after = sections.placeFor(section, key);
    if (after >= 0) {
      insertAfter(after, line);
    } else {
      if (!file.lines().isEmpty() && !(last() instanceof UnitLine.Blank)) {
        append("");
      }
      append("[" + section + "]");
      append(line);
    }
    return this;
  }

  /**
   * Sets a key: its last value is exchanged where it stands, and the other assignments of that key
   * go. If there is none, one is {@linkplain #add added}.
   *
   * @param section the name of the section
   * @param key the key
   * @param value the value
   * @return this builder
   * @throws UnitSyntaxException as for {@link #add}
   */
  public UnitFileBuilder set(String section, String key, String value) {
    require(section, key, value);
    List<Assignment> known = file.assignments(section, key);
    if (known.isEmpty()) {
      return add(section, key, value);
    }
    Assignment last = known.get(known.size() - 1);
    exchange(last, value);
    remove(known.subList(0, known.size() - 1));
    return this;
  }

  /** A value that starts on a line of its own is moved up: it could start as a comment does. */
  private void exchange(Assignment line, String value) {
    int end = line.valueSpan().end();
    if (line.valueSpan().line() == line.keySpan().line()) {
      replace(line.valueSpan().start(), end, value);
    } else {
      replace(line.keySpan().end(), end, "=" + value);
    }
  }

  /**
   * Takes back what was set before, in this file and in those that it is read after, by an empty
   * assignment. It is placed as {@link #add} does.
   *
   * @param section the name of the section
   * @param key the key
   * @return this builder
   * @throws UnitSyntaxException if the names are none that systemd has
   */
  public UnitFileBuilder reset(String section, String key) {
    return add(section, key, "");
  }

  /**
   * Removes all assignments of a key. Comments above them stay; nothing happens if there are none.
   *
   * @param section the name of the section
   * @param key the key
   * @return this builder
   */
  public UnitFileBuilder remove(String section, String key) {
    remove(file.assignments(section, key));
    return this;
  }

  /**
   * Builds the file as it is now. The builder can be used further.
   *
   * @return the file
   */
  public UnitFile build() {
    return file;
  }

  private static void require(String section, String key, String value) {
    if (!SECTION.matcher(section).matches()) {
      throw new UnitSyntaxException(
          "No name of a section: " + WordWriter.write(section) + "; it has letters and digits");
    }
    if (!KEY.matcher(key).matches()) {
      throw new UnitSyntaxException(
          "No key: " + WordWriter.write(key) + "; it has letters and digits");
    }
    UnitWords.requirePlain(value);
    if (key.length() + 1 + ByteText.encode(value).length >= TOO_LONG) {
      throw new UnitSyntaxException("A line has less than 1 MiB; shorten the value of " + key);
    }
  }

  private UnitLine last() {
    return file.lines().get(file.lines().size() - 1);
  }

  private void append(String line) {
    if (file.lines().isEmpty()) {
      replace(0, 0, line + "\n");
    } else {
      insertAfter(file.lines().size() - 1, line);
    }
  }

  private void insertAfter(int index, String line) {
    UnitLine before = file.lines().get(index);
    int end = before.span().end();
    replace(end, end, ending(before) + line + lineBreak());
  }

  /** What ends the last line, if it goes on: a line without a line break, or a backslash. */
  private String ending(UnitLine line) {
    String text = line.text();
    boolean isEnded = text.endsWith("\n") || text.endsWith("\r") || text.endsWith("\0");
    String ending = isEnded ? "" : lineBreak();
    boolean isContinued =
        line == last()
            && file.problems().stream()
                .anyMatch(problem -> problem.fault() == UnitFault.UNTERMINATED_CONTINUATION);
    return isContinued ? ending + " " + lineBreak() : ending; // a blank, as breaks could join
  }

  private String lineBreak() {
    return file.lines().isEmpty() || !file.lines().get(0).text().endsWith("\r\n") ? "\n" : "\r\n";
  }

  /** Removes lines. A byte order mark stays, as systemd would skip the next one in its place. */
  private void remove(List<Assignment> lines) {
    for (int i = lines.size() - 1; i >= 0; i--) {
      Assignment line = lines.get(i);
      boolean hasMark = line.text().startsWith(MARK) && !line.key().startsWith(MARK);
      replace(line.span().start(), line.span().end(), hasMark ? MARK + lineBreak() : "");
    }
  }

  private void replace(int start, int end, String text) {
    byte[] old = file.toBytes();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(old.length + text.length());
    bytes.write(old, 0, start);
    bytes.writeBytes(ByteText.encode(text));
    bytes.write(old, end, old.length - end);
    file = UnitFile.parse(bytes.toByteArray());
  }
}
