package org.upstart4j.jobfile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.upstart4j.jobfile.internal.Cut;
import org.upstart4j.jobfile.internal.Kind;
import org.upstart4j.jobfile.internal.Lexeme;
import org.upstart4j.jobfile.internal.Piece;
import org.upstart4j.jobfile.internal.rule.Failure;
import org.upstart4j.jobfile.stanza.StanzaName;
import org.upstart4j.jobfile.version.UpstartVersion;

/**
 * Finds all that is wrong with a file. A parenthesis that is never closed makes one condition of
 * the stanzas below it; these are looked at again, starting at the first line that begins with the
 * name of a stanza.
 */
final class Diagnosis {

  /** How many times the file's size may be looked at again, so that the time stays linear. */
  private static final long MOST_RESUMED = 8;

  private final UpstartVersion version;
  private final List<Failure> failures = new ArrayList<>();
  private final Deque<Stanza> swallowing = new ArrayDeque<>();
  private long resumed;

  private Diagnosis(UpstartVersion version) {
    this.version = version;
  }

  /** The failures of a file's entries: first the one for which Upstart rejects the file. */
  static List<Failure> of(List<Entry> entries, UpstartVersion version) {
    return new Diagnosis(version).failures(entries);
  }

  private List<Failure> failures(List<Entry> entries) {
    for (Entry entry : entries) {
      check(entry);
      while (!swallowing.isEmpty()) {
        resume(swallowing.pop().piece());
      }
    }
    if (resumed > 0) {
      failures.subList(1, failures.size()).sort(Comparator.comparingInt(Failure::from));
    }
    return failures;
  }

  private void check(Entry entry) {
    if (entry instanceof Stanza stanza) {
      Failure failure = stanza.reading(version).failure();
      if (failure != null) {
        failures.add(failure);
        swallowing.push(stanza);
      }
    }
  }

  private void resume(Piece piece) {
    int from = isOpen(piece) ? nextStanza(piece) : piece.size();
    int start = piece.offset(from);
    if (from < piece.size() && resumed <= MOST_RESUMED * piece.source().length) {
      resumed += piece.end() - start;
      Cut.pieces(piece.source(), start, piece.end()).forEach(cut -> check(Entry.of(cut)));
    }
  }

  private static boolean isOpen(Piece piece) {
    int open = 0;
    for (int i = 0; i < piece.size(); i++) {
      open += piece.kind(i) == Kind.LEFT ? 1 : piece.kind(i) == Kind.RIGHT ? -1 : 0;
    }
    return open > 0;
  }

  /** The first token of a line within parentheses that names a stanza; else the end. */
  private static int nextStanza(Piece piece) {
    int offset = piece.start();
    boolean lineStart = false;
    for (int i = 0; i < piece.size(); i++) {
      int end = offset + piece.length(i);
      if (lineStart && StanzaName.find(Lexeme.raw(piece.source(), offset, end)).isPresent()) {
        return i;
      }
      Kind kind = piece.kind(i);
      lineStart = kind == Kind.INNER_NEWLINE || (lineStart && kind == Kind.GAP);
      offset = end;
    }
    return piece.size();
  }
}
