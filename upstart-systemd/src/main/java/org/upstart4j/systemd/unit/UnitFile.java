package org.upstart4j.systemd.unit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.upstart4j.jobfile.internal.text.ByteText;
import org.upstart4j.systemd.unit.UnitLine.Assignment;

/**
 * The text of a unit or drop-in of systemd. It accepts anything, and gives back every byte that it
 * was made of. It is read as systemd 252 reads it. Immutable; two files are equal if their bytes
 * are.
 *
 * <pre>{@code
 * UnitFile before = UnitFile.parse(Files.readAllBytes(Path.of("/etc/systemd/system/web.service")));
 * UnitFile after = before.toBuilder().set("Service", "Restart", "always").build();
 * }</pre>
 */
public final class UnitFile {

  private static final UnitFile EMPTY = new UnitFile(new byte[0]);

  private final byte[] bytes;
  private final List<UnitLine> lines;
  private final List<UnitProblem> problems;

  private UnitFile(byte[] bytes) {
    this.bytes = bytes;
    UnitReader reader = new UnitReader(bytes);
    this.lines = List.copyOf(reader.lines());
    this.problems = List.copyOf(reader.problems());
  }

  /**
   * Parses a file's bytes.
   *
   * @param bytes any bytes
   * @return the file; what is wrong with it is in {@link #problems()}
   */
  public static UnitFile parse(byte[] bytes) {
    return new UnitFile(bytes.clone());
  }

  /**
   * Parses a file's text.
   *
   * @param text any text; encoded as UTF-8, but lone surrogates U+DC80 to U+DCFF as single bytes
   * @return the file; what is wrong with it is in {@link #problems()}
   * @throws IllegalArgumentException if there are other lone surrogates
   */
  public static UnitFile parse(String text) {
    return new UnitFile(ByteText.encode(text));
  }

  /** {@return a builder for a new file, without anything in it} */
  public static UnitFileBuilder builder() {
    return EMPTY.toBuilder();
  }

  /** {@return a builder that changes a copy of this file; the file itself stays as it is} */
  public UnitFileBuilder toBuilder() {
    return new UnitFileBuilder(this);
  }

  /** {@return the lines of the file, in order; their texts, joined, are the file} */
  public List<UnitLine> lines() {
    return lines;
  }

  /** {@return the settings of all sections, in order} */
  public Stream<Assignment> assignments() {
    return lines.stream().filter(Assignment.class::isInstance).map(Assignment.class::cast);
  }

  /**
   * Finds the assignments of a key, resets among them.
   *
   * @param section the name of a section; several of that name are one
   * @param key the key
   * @return the assignments, in order
   */
  public List<Assignment> assignments(String section, String key) {
    return assignments()
        .filter(line -> line.section().equals(section) && line.key().equals(key))
        .toList();
  }

  /**
   * Finds everything that is wrong with the lines of the file, and with values that are commands or
   * variables. Sections and keys that systemd does not know are no problem here.
   *
   * @return the problems, from the top
   */
  public List<UnitProblem> problems() {
    return problems;
  }

  /**
   * Returns the values of a key that adds up, such as {@code After=}: those after the last
   * assignment that is empty, as that one takes back the ones before it.
   *
   * @param section the name of a section; several of that name are one
   * @param key the key
   * @return the values, in order, as they are written
   */
  public List<String> values(String section, String key) {
    List<String> values = new ArrayList<>();
    for (Assignment line : assignments(section, key)) {
      if (line.isReset()) {
        values.clear();
      } else {
        values.add(line.value());
      }
    }
    return List.copyOf(values);
  }

  /**
   * Returns the value of a key of which only the last assignment counts, such as {@code Type=}.
   *
   * @param section the name of a section; several of that name are one
   * @param key the key
   * @return the last value, as it is written; nothing if there is none, or it is empty
   */
  public Optional<String> value(String section, String key) {
    List<String> values = values(section, key);
    return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
  }

  /** {@return a copy of the file's bytes} */
  public byte[] toBytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof UnitFile that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** {@return the file's text; a byte that is not UTF-8 is a lone surrogate, U+DC80 to U+DCFF} */
  @Override
  public String toString() {
    return ByteText.decode(bytes, 0, bytes.length);
  }
}
