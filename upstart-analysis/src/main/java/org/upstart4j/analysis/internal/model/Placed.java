package org.upstart4j.analysis.internal.model;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.upstart4j.analysis.internal.shell.ShellScript;
import org.upstart4j.jobfile.ProcessSource;
import org.upstart4j.jobfile.SourceSpan;
import org.upstart4j.jobfile.Stanza;
import org.upstart4j.jobfile.Word;
import org.upstart4j.jobfile.stanza.TypedStanza;

/**
 * A stanza that Upstart can read, and the file that it stands in. What takes time to read is kept,
 * as many rules ask for it; a check runs on one thread.
 */
public final class Placed {

  private final CheckedFile file;
  private final Stanza stanza;
  private final TypedStanza typed;
  private @Nullable List<Word> words;
  private @Nullable PlacedCondition condition;
  private boolean processRead;
  private @Nullable ProcessSource process;
  private @Nullable ShellScript script;

  Placed(CheckedFile file, Stanza stanza, TypedStanza typed) {
    this.file = file;
    this.stanza = stanza;
    this.typed = typed;
  }

  /** The file. */
  public CheckedFile file() {
    return file;
  }

  /** The stanza as it is written. */
  public Stanza stanza() {
    return stanza;
  }

  /** What it says. */
  public TypedStanza typed() {
    return typed;
  }

  /** The stanza without its indentation, up to the end of its last line. */
  public SourceSpan span() {
    return file.text().span(stanza);
  }

  /** Its words, the name included. */
  public List<Word> words() {
    if (words == null) {
      words = file.text().words(stanza);
    }
    return words;
  }

  /** Its name. */
  public SourceSpan head() {
    return words().get(0).span();
  }

  /** The words from the name to the last one, on whatever lines. */
  public SourceSpan allWords() {
    SourceSpan first = head();
    int end = words().get(words().size() - 1).span().end();
    return new SourceSpan(first.start(), end, first.line(), first.column());
  }

  /** The condition of a {@code start on} or {@code stop on}; of no other stanza. */
  PlacedCondition condition() {
    if (condition == null) {
      condition = PlacedCondition.of(this);
    }
    return condition;
  }

  /** The command or script, if it gives a process. */
  public Optional<ProcessSource> process() {
    if (!processRead) {
      process = file.text().process(stanza).orElse(null);
      processRead = true;
    }
    return Optional.ofNullable(process);
  }

  /**
   * The command or script as a shell reads it, if it gives a process. A command is read as it is
   * written, without the {@code exec} that Upstart puts before it.
   */
  public Optional<ShellScript> script() {
    if (script == null) {
      script = process().map(source -> ShellScript.read(source.text())).orElse(null);
    }
    return Optional.ofNullable(script);
  }
}
