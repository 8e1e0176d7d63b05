package org.upstart4j.jobfile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.upstart4j.jobfile.internal.Piece;
import org.upstart4j.jobfile.internal.rule.Failure;
import org.upstart4j.jobfile.internal.text.ByteText;
import org.upstart4j.jobfile.stanza.StanzaName;
import org.upstart4j.jobfile.version.UpstartVersion;

/**
 * The text of a job file: a conf file or an override file. It accepts anything, and gives back
 * every byte that it was made of. Immutable; two files are equal if their bytes are.
 *
 * <pre>{@code
 * JobFile before = JobFile.read(Path.of("/etc/init/web.conf"));
 * JobFile after = before.toBuilder().exec("/usr/sbin/web --verbose").env("LANG", "C.UTF-8").build();
 * after.write(Path.of("/etc/init/web.conf"));
 * }</pre>
 */
public final class JobFile {

  private static final String TOO_LARGE =
      "a job file has at most " + Piece.maximumLength() + " bytes, and this one has more";

  private final byte[] bytes;
  private final List<Entry> entries;
  private @Nullable SourceLines lines;

  private JobFile(byte[] bytes) {
    this.bytes = bytes;
    this.entries = Entry.cut(bytes);
  }

  /**
   * Parses a file's bytes.
   *
   * @param bytes any bytes, less than 64 MiB
   * @return the file; what is wrong with it is in {@link #problems()}
   * @throws IllegalArgumentException if there are 64 MiB or more
   */
  public static JobFile parse(byte[] bytes) {
    return new JobFile(bytes.clone());
  }

  /**
   * Parses a file's text.
   *
   * @param text any text; encoded as UTF-8, but lone surrogates U+DC80 to U+DCFF as single bytes
   * @return the file; what is wrong with it is in {@link #problems()}
   * @throws IllegalArgumentException if there are 64 MiB or more, or other lone surrogates
   */
  public static JobFile parse(String text) {
    return new JobFile(ByteText.encode(text));
  }

  /** Parses bytes that nobody else holds. */
  static JobFile ofOwn(byte[] bytes) {
    return new JobFile(bytes);
  }

  /**
   * Reads a file.
   *
   * @param path where it is
   * @return the file; what is wrong with it is in {@link #problems()}
   * @throws IOException if it cannot be read, or has 64 MiB or more
   */
  public static JobFile read(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(Piece.maximumLength() + 1);
      if (bytes.length > Piece.maximumLength()) {
        throw new FileSystemException(path.toString(), null, TOO_LARGE);
      }
      return new JobFile(bytes);
    }
  }

  /**
   * Reads a file from a stream, up to its end.
   *
   * @param in the stream; the caller closes it
   * @return the file; what is wrong with it is in {@link #problems()}
   * @throws IOException if it cannot be read, or has 64 MiB or more; it is not read further then
   */
  public static JobFile read(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(Piece.maximumLength() + 1);
    if (bytes.length > Piece.maximumLength()) {
      throw new IOException(TOO_LARGE);
    }
    return new JobFile(bytes);
  }

  /** {@return a builder for a new file, without anything in it} */
  public static JobFileBuilder builder() {
    return new JobFileBuilder(List.of(), true);
  }

  /** {@return a builder that changes a copy of this file; the file itself stays as it is} */
  public JobFileBuilder toBuilder() {
    return new JobFileBuilder(entries, false);
  }

  /** {@return the entries of the file, in order; their texts, joined, are the file} */
  public List<Entry> entries() {
    return entries;
  }

  /** {@return the stanzas, in order: known and unknown ones, well-formed and malformed ones} */
  public Stream<Stanza> stanzas() {
    return entries.stream().filter(Stanza.class::isInstance).map(Stanza.class::cast);
  }

  /**
   * Finds the stanzas of a name.
   *
   * @param name the name
   * @return well-formed and malformed ones, in order
   */
  public Stream<Stanza> stanzas(StanzaName name) {
    return stanzas().filter(stanza -> stanza.name().equals(Optional.of(name)));
  }

  /**
   * Finds everything that is wrong with the file, by the rules of Upstart 1.13.2.
   *
   * @return first the problem for which Upstart rejects the file, then the others from the top
   */
  public List<Problem> problems() {
    return problems(UpstartVersion.NEWEST);
  }

  /**
   * Finds everything that is wrong with the file, by the rules of a version.
   *
   * @param version the Upstart that reads it
   * @return first the problem for which Upstart rejects the file, then the others from the top
   */
  public List<Problem> problems(UpstartVersion version) {
    return Diagnosis.of(entries, version).stream().map(this::problem).toList();
  }

  /**
   * Says where an entry of this file is.
   *
   * @param entry one of {@link #entries()}
   * @return its place; for a stanza without its indentation
   * @throws IllegalArgumentException if the entry is of another file
   */
  public SourceSpan span(Entry entry) {
    requireOwn(entry);
    int start = entry instanceof Stanza stanza ? stanza.nameStart() : entry.start();
    int end = entry instanceof Stanza stanza ? stanza.nameEnd() : entry.end();
    return lines().span(start, end);
  }

  /**
   * Says where some bytes of this file are.
   *
   * @param start the offset of the first byte, from 0
   * @param end the offset after the last byte
   * @return their place
   * @throws IndexOutOfBoundsException if the file has no such bytes
   */
  public SourceSpan span(int start, int end) {
    Objects.checkFromToIndex(start, end, bytes.length);
    return lines().span(start, end);
  }

  /**
   * Shows a place in this file to people: its first line, cut around the place if it is long, and
   * carets below it.
   *
   * @param span a place in this file
   * @return two lines of text, without a line break at the end; of control characters only tabs are
   *     left, so that the carets stand right
   */
  public String excerpt(SourceSpan span) {
    return new Excerpt(lines(), span).text();
  }

  /**
   * Returns a line of this file.
   *
   * @param line the line, from 1
   * @return its text without the line break; empty if the file has no such line
   */
  public String line(int line) {
    return lines().text(line);
  }

  /**
   * Lists the words of a stanza: its name and what follows, without comments and without the lines
   * of a script. The command of {@code exec} is one word.
   *
   * @param stanza one of {@link #entries()}
   * @return the words, in order
   * @throws IllegalArgumentException if the stanza is of another file
   */
  public List<Word> words(Stanza stanza) {
    requireOwn(stanza);
    return StanzaWords.of(stanza.piece(), lines());
  }

  /**
   * Reads the command or script that a stanza gives.
   *
   * @param stanza one of {@link #entries()}
   * @return the text, with its places in this file; nothing if the stanza gives no process, or is
   *     malformed
   * @throws IllegalArgumentException if the stanza is of another file
   */
  public Optional<ProcessSource> process(Stanza stanza) {
    requireOwn(stanza);
    return ProcessSource.of(stanza, lines());
  }

  /**
   * Lists the comments of an entry. Those of a script are left out, as Upstart does not know them
   * from commands.
   *
   * @param entry one of {@link #entries()}
   * @return the comments, in order
   * @throws IllegalArgumentException if the entry is of another file
   */
  public List<Comment> comments(Entry entry) {
    requireOwn(entry);
    return EntryComments.of(entry.piece(), lines());
  }

  private void requireOwn(Entry entry) {
    if (entry.piece().source() != bytes) {
      throw new IllegalArgumentException("The entry is not one of this file: " + entry.text());
    }
  }

  Problem problem(Failure failure) {
    return new Problem(lines(), failure);
  }

  private SourceLines lines() {
    SourceLines known = lines;
    if (known == null) {
      known = new SourceLines(bytes);
      lines = known;
    }
    return known;
  }

  /**
   * Writes this file, if the one that is there differs. It is written whole or not at all: as a new
   * file, which then takes the place of the old one in one step. The new one keeps the old one's
   * owner, group and mode, and on Linux its access lists, labels and other attributes. A file that
   * cannot keep them is not written, and neither is one with hard links, which would be split.
   *
   * <p>A symbolic link is followed, and stays; but not one that another user, who is not root, has
   * laid to what is not theirs.
   *
   * <p>The new file is made in a hidden folder, {@code .upstart4j}, beside the old one. Upstart
   * does not read it, and only the user of this process can enter it: no other user can read or
   * exchange the new file, even in a folder of their own. It goes with the write. If the process is
   * killed it may stay; the next write of the same user to that folder removes it. Of several
   * writers to a folder, in this process and in others, one writes after the other.
   *
   * @param path where to write
   * @return whether anything was written
   * @throws IOException if it cannot be written; the old file is then as it was
   */
  public boolean write(Path path) throws IOException {
    return AtomicFile.write(path, bytes, null, null);
  }

  /**
   * Writes this file as {@link #write(Path)} does, unless somebody else changed it meanwhile. Of
   * several that write this way with the same {@code before}, only one is told that it did. Other
   * programs, such as text editors, do not wait for each other: what they write in the moment
   * between the last look and the replacement is lost.
   *
   * @param path where to write
   * @param before what the file is expected to hold
   * @return whether anything was written
   * @throws JobFileChangedException if the file holds something else; it is then as it was
   * @throws IOException if it cannot be written; the old file is then as it was
   */
  public boolean write(Path path, JobFile before) throws IOException {
    return AtomicFile.write(path, bytes, before.bytes, null);
  }

  /**
   * Writes this file where there is none yet, whole or not at all.
   *
   * @param path where to write
   * @throws java.nio.file.FileAlreadyExistsException if there is one already
   * @throws IOException if it cannot be written; there is then no file
   */
  public void create(Path path) throws IOException {
    AtomicFile.create(path, bytes, null);
  }

  /**
   * Deletes this file, unless somebody else changed it meanwhile. A symbolic link is not followed.
   *
   * @param path where it is
   * @throws JobFileChangedException if there is something else, or nothing; it is then as it was
   * @throws IOException if it cannot be deleted
   */
  public void delete(Path path) throws IOException {
    AtomicFile.delete(path, bytes, null);
  }

  /** {@return a copy of the file's bytes} */
  public byte[] toBytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof JobFile that && Arrays.equals(bytes, that.bytes);
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
