package org.upstart4j.jobfile;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.upstart4j.jobfile.internal.rule.Slots;
import org.upstart4j.jobfile.internal.rule.StanzaPrinter;
import org.upstart4j.jobfile.stanza.StanzaName;
import org.upstart4j.jobfile.stanza.TypedStanza;
import org.upstart4j.jobfile.version.UpstartVersion;

/**
 * Builds a job file, or changes one. Not thread-safe.
 *
 * <pre>{@code
 * JobFile job =
 *     JobFile.builder()
 *         .description("Job description")
 *         .author("Iam Admin <admin@corp.com>")
 *         .startOnRunlevel()
 *         .stopOnRunlevel()
 *         .run("/usr/bin/my_daemon")
 *         .build();
 * }</pre>
 *
 * <p>The methods stand by topic in the parts of the builder: {@linkplain ProcessStanzas processes},
 * {@linkplain EventStanzas events}, {@linkplain DescriptionStanzas descriptions}, {@linkplain
 * LifecycleStanzas life cycle}, {@linkplain EnvironmentStanzas environment} and {@linkplain
 * LimitStanzas limits}. Here are those that take any stanza.
 *
 * <p>In a new file the stanzas stand in the order of the calls. A stanza of which only one counts
 * is set: if the file has one already, the one that counts is changed where it stands, and only in
 * the words that differ; otherwise a new one is added after its nearest relative, or after the last
 * stanza. {@code exec} and {@code script} of one process replace each other. Stanzas that add up
 * ({@link #emits}, {@link #export}, {@link #normalExit}) are added.
 *
 * <p>An override file is built the same way; it holds only what it changes.
 *
 * <p>Every method throws an {@link IllegalArgumentException} rather than write something that
 * Upstart would misread, or that its language has no way to write: a line break in a word, an empty
 * text, a list without words.
 */
public final class JobFileBuilder
    implements ProcessStanzas,
        EventStanzas,
        DescriptionStanzas,
        LifecycleStanzas,
        EnvironmentStanzas,
        LimitStanzas {

  private final EntryList entries;
  private @Nullable UpstartVersion target;

  JobFileBuilder(List<Entry> entries, boolean isNew) {
    this.entries = new EntryList(entries, isNew);
  }

  /**
   * Says which version of Upstart the file is for. {@link #build} then refuses what that one lacks,
   * be it new or old. Without this, stanzas are those of the newest Upstart, and what is in the
   * file already is not looked at.
   *
   * @param version the version
   * @return this builder
   */
  public JobFileBuilder forVersion(UpstartVersion version) {
    target = version;
    return this;
  }

  /**
   * Adds a comment at the end of the file.
   *
   * @param text one or more lines, without number signs
   * @return this builder
   * @throws IllegalArgumentException if it holds a NUL
   */
  public JobFileBuilder comment(String text) {
    checkComment(text);
    text.lines().forEach(line -> entries.append(line.isEmpty() ? "#\n" : "# " + line + "\n"));
    return this;
  }

  private static void checkComment(String text) {
    if (text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("A comment may not hold a NUL");
    }
  }

  /**
   * Adds a blank line at the end of the file.
   *
   * @return this builder
   */
  public JobFileBuilder blankLine() {
    entries.append("\n");
    return this;
  }

  /**
   * Adds a stanza as it stands in a job file, whatever is there already.
   *
   * @param stanza one stanza, of one or more lines
   * @return this builder
   * @throws IllegalArgumentException if it is not one stanza that Upstart accepts
   */
  public JobFileBuilder raw(String stanza) {
    return add(stanza);
  }

  @Override
  public JobFileBuilder set(TypedStanza stanza) {
    return set(parse(StanzaPrinter.print(stanza)));
  }

  @Override
  public JobFileBuilder set(String stanza) {
    return set(parse(stanza));
  }

  private JobFileBuilder set(Stanza stanza) {
    entries.set(stanza, stanza.typed().filter(Slots::addUp).isPresent());
    return this;
  }

  @Override
  public JobFileBuilder add(TypedStanza stanza) {
    entries.add(parse(StanzaPrinter.print(stanza)));
    return this;
  }

  /**
   * Adds a stanza, whatever is there already.
   *
   * @param stanza the stanza as it stands in a job file
   * @return this builder
   * @throws IllegalArgumentException if it is not one stanza that Upstart accepts
   */
  public JobFileBuilder add(String stanza) {
    entries.add(parse(stanza));
    return this;
  }

  /**
   * Puts another stanza in the place of one.
   *
   * @param old a stanza of the file
   * @param stanza what is to stand there
   * @return this builder
   * @throws IllegalArgumentException if the file has no such stanza
   */
  public JobFileBuilder replace(Stanza old, TypedStanza stanza) {
    entries.replace(old, parse(StanzaPrinter.print(stanza)));
    return this;
  }

  /**
   * Puts another stanza in the place of one.
   *
   * @param old a stanza of the file
   * @param stanza what is to stand there, as it stands in a job file
   * @return this builder
   * @throws IllegalArgumentException if the file has no such stanza, or it is not one that Upstart
   *     accepts
   */
  public JobFileBuilder replace(Stanza old, String stanza) {
    entries.replace(old, parse(stanza));
    return this;
  }

  /**
   * Removes stanzas; their comments above stay.
   *
   * @param words what they are about, as in {@code respawn limit}, {@code env PATH}, {@code limit
   *     nofile}, {@code start on}; or their name. Nothing happens if there are none.
   * @return this builder
   */
  public JobFileBuilder remove(String words) {
    return remove(words, CommentsAbove.STAY);
  }

  /**
   * Removes stanzas.
   *
   * @param words what they are about, as in {@code respawn limit}, {@code env PATH}, {@code limit
   *     nofile}, {@code start on}; or their name. Nothing happens if there are none.
   * @param comments what becomes of the comments right above them
   * @return this builder
   */
  public JobFileBuilder remove(String words, CommentsAbove comments) {
    entries.removeIf(named(words), comments);
    return this;
  }

  /**
   * Removes a stanza.
   *
   * @param stanza a stanza of the file
   * @param comments what becomes of the comments right above it
   * @return this builder
   * @throws IllegalArgumentException if the file has no such stanza
   */
  public JobFileBuilder remove(Stanza stanza, CommentsAbove comments) {
    entries.check(stanza);
    entries.removeIf(stanza::equals, comments);
    return this;
  }

  /**
   * Turns stanzas into comments.
   *
   * @param words as in {@link #remove(String)}
   * @return this builder
   */
  public JobFileBuilder commentOut(String words) {
    entries.commentOutIf(named(words));
    return this;
  }

  /**
   * Turns a stanza into a comment.
   *
   * @param stanza a stanza of the file
   * @return this builder
   * @throws IllegalArgumentException if the file has no such stanza
   */
  public JobFileBuilder commentOut(Stanza stanza) {
    entries.check(stanza);
    entries.commentOutIf(stanza::equals);
    return this;
  }

  /**
   * Moves a stanza before another.
   *
   * @param stanza the stanza to move
   * @param target the other one
   * @param comments what becomes of the comments right above the stanza
   * @return this builder
   * @throws IllegalArgumentException if the file does not have both
   */
  public JobFileBuilder moveBefore(Stanza stanza, Stanza target, CommentsAbove comments) {
    entries.move(stanza, target, false, comments);
    return this;
  }

  /**
   * Moves a stanza after another.
   *
   * @param stanza the stanza to move
   * @param target the other one
   * @param comments what becomes of the comments right above the stanza
   * @return this builder
   * @throws IllegalArgumentException if the file does not have both
   */
  public JobFileBuilder moveAfter(Stanza stanza, Stanza target, CommentsAbove comments) {
    entries.move(stanza, target, true, comments);
    return this;
  }

  /**
   * Finds what is about these words; if nothing well-formed is, also what has them as its name.
   * What a malformed stanza is about is only guessed, so it does not hide the others of its name.
   */
  private Predicate<Stanza> named(String words) {
    String wanted = words.strip().replaceAll("[ \t]+", " ");
    boolean slot =
        entries.entries().stream()
            .anyMatch(
                entry ->
                    entry instanceof Stanza stanza
                        && stanza.slot().equals(wanted)
                        && stanza.typed().isPresent());
    return stanza ->
        stanza.slot().equals(wanted)
            || (!slot
                && stanza.name().map(StanzaName::text).orElseGet(stanza::keyword).equals(wanted));
  }

  /** One stanza, without blanks and line breaks around it. */
  private Stanza parse(String text) {
    JobFile file = JobFile.parse(text.replaceAll("^[ \t\r\n]+|[ \t\r\n]+$", ""));
    UpstartVersion version = target == null ? UpstartVersion.NEWEST : target;
    Optional<Problem> problem = file.problems(version).stream().findFirst();
    boolean waits = target != null && problem.flatMap(Problem::missing).isPresent(); // for build()
    if (problem.isPresent() && !waits) {
      throw new IllegalArgumentException(
          "Not a stanza that Upstart accepts\n" + problem.get().render("stanza"));
    }
    if (file.entries().size() != 1 || !(file.entries().get(0) instanceof Stanza stanza)) {
      throw new IllegalArgumentException(
          "Expected one stanza, not " + file.entries().size() + " lines: \"" + text + "\"");
    }
    return stanza;
  }

  /**
   * Builds the file as it is now. The builder can be used further.
   *
   * @return the file
   * @throws IllegalStateException if an entry of the file, such as a quote that is never closed,
   *     would absorb what was put after it
   * @throws MissingFeatureException if the version of {@link #forVersion} lacks something
   */
  public JobFile build() {
    JobFile file = JobFile.ofOwn(entries.bytes());
    entries.check(file.entries());
    if (target != null) {
      new VersionCheck(target).check(file);
    }
    return file;
  }
}
