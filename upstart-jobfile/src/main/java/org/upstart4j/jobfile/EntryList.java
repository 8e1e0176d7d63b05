package org.upstart4j.jobfile;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.upstart4j.jobfile.internal.Cut;
import org.upstart4j.jobfile.internal.Kind;
import org.upstart4j.jobfile.internal.Lexeme;
import org.upstart4j.jobfile.stanza.StanzaName;

/** The entries of a file while it is being edited. What is not touched stays as it is. */
final class EntryList {

  private static final String START_ON = "start on";

  private static final Pattern LINE = Pattern.compile("(?md)^(?=[^\n])");

  private List<Entry> entries;

  /** Counted when it is first needed. */
  private @Nullable Tally tally;

  private final String lineBreak;
  private final boolean isNew;
  private boolean staysManual;

  /** A list of the entries of a file; in a new one, what is added goes to the end. */
  EntryList(List<Entry> entries, boolean isNew) {
    this.entries = new ArrayList<>(entries);
    this.isNew = isNew;
    this.lineBreak = entries.isEmpty() ? "\n" : Look.lineBreak(entries.get(0).text());
  }

  List<Entry> entries() {
    return entries;
  }

  private Tally tally() {
    Tally known = tally;
    if (known == null) {
      known = new Tally();
      known.add(entries);
      tally = known;
    }
    return known;
  }

  /** The file that the entries make, parsed anew to be sure that it still consists of them. */
  JobFile toFile() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    entries.forEach(entry -> entry.writeTo(bytes));
    JobFile file = JobFile.ofOwn(bytes.toByteArray());
    List<Entry> read = file.entries();
    for (int i = 0; i < read.size(); i++) {
      if (read.get(i).length() != entries.get(i).length()) {
        throw new IllegalStateException(
            "An entry that is not right swallows the edit; mend it first: " + read.get(i));
      }
    }
    return file;
  }

  private static Entry entry(String text) {
    List<Entry> cut = cut(text);
    if (cut.size() != 1) {
      throw new IllegalArgumentException(
          "Expected one stanza or comment, not " + cut.size() + ": \"" + text + "\"");
    }
    return cut.get(0);
  }

  /** Puts text, of one or more entries, in the place of one. */
  private void put(int index, String text) {
    List<Entry> cut = new ArrayList<>(cut(text));
    Entry last = cut.get(cut.size() - 1);
    boolean mayShareLine = last instanceof Stanza stanza && stanza.isFlag();
    if (index < entries.size() - 1 && !endsLine(last) && !mayShareLine) {
      cut.set(cut.size() - 1, entry(last.text() + lineBreak));
    }
    Entry old = entries.remove(index);
    entries.addAll(index, cut);
    if (tally != null) {
      tally.remove(old);
      tally.add(cut);
    }
  }

  private static List<Entry> cut(String text) {
    return Cut.pieces(Lexeme.encode(text)).stream().map(Entry::of).toList();
  }

  /** Changes the stanza of the same slot that counts, or adds one. */
  void set(Stanza stanza, boolean addsUp) {
    String slot = stanza.slot();
    int index = counting(slot);
    if (index < 0) {
      add(stanza);
      return;
    }
    Stanza old = (Stanza) entries.get(index);
    if (old.typed().isEmpty() || !old.typed().equals(stanza.typed())) {
      put(index, Replacement.text(old, stanza));
    }
    if (addsUp) {
      Entry kept = entries.get(index);
      removeIf(entry -> entry != kept && entry.slot().equals(slot), CommentsAbove.STAY);
    }
    staysManual |= isManual(stanza);
  }

  /** The last stanza of the slot, if it has an effect; else -1. */
  private int counting(String slot) {
    int last = tally().has(slot) ? last(stanza -> stanza.slot().equals(slot)) : -1;
    if (slot.equals(START_ON) && !staysManual && last(StanzaName.MANUAL) > last) {
      return -1;
    }
    boolean manual = slot.equals(StanzaName.MANUAL.text());
    return manual && last(StanzaName.START) > last ? -1 : last;
  }

  private static boolean isManual(Stanza stanza) {
    return stanza.name().equals(Optional.of(StanzaName.MANUAL));
  }

  private static boolean isStartOn(Stanza stanza) {
    return stanza.name().equals(Optional.of(StanzaName.START));
  }

  private int last(StanzaName name) {
    return tally().has(name) ? last(stanza -> stanza.name().equals(Optional.of(name))) : -1;
  }

  private int last(Predicate<Stanza> wanted) {
    for (int i = entries.size() - 1; i >= 0; i--) {
      if (entries.get(i) instanceof Stanza stanza && wanted.test(stanza)) {
        return i;
      }
    }
    return -1;
  }

  /** Adds a stanza behind its nearest relative, and with its look. */
  void add(Stanza stanza) {
    int relative = isNew ? -1 : stanza.name().map(this::last).orElse(-1);
    int neighbour = isNew ? -1 : last(other -> true);
    Look look =
        relative >= 0
            ? Look.of(entries.get(relative))
            : neighbour >= 0
                ? Look.of(entries.get(neighbour)).withPlainGap()
                : Look.plain(lineBreak);
    String text = look.apply(stanza.text());
    insert(place(stanza, relative, neighbour), text);
    staysManual |= isManual(stanza);
  }

  private int place(Stanza stanza, int relative, int neighbour) {
    if (isStartOn(stanza) && staysManual) {
      return last(StanzaName.MANUAL);
    }
    if (isNew) {
      return entries.size();
    }
    int behind = relative >= 0 ? relative : neighbour;
    if (isStartOn(stanza)) {
      behind = Math.max(behind, last(StanzaName.MANUAL));
    } else if (isManual(stanza) && tally().has(StanzaName.START)) {
      behind = Math.max(relative, last(StanzaName.START));
    }
    return behind < 0 ? entries.size() : behind + 1;
  }

  /** Adds text at the end of the file. */
  void append(String text) {
    insert(entries.size(), text);
  }

  /** Inserts whole lines; never in the middle of one. */
  private void insert(int index, String text) {
    int at = index;
    while (at > 0 && at < entries.size() && !endsLine(entries.get(at - 1))) {
      at++;
    }
    Entry added = entry(text);
    if (at > 0 && !endsLine(entries.get(at - 1))) {
      Entry last = entries.get(at - 1);
      entries.set(at - 1, entry(last.text() + lineBreak));
      added = entry(Look.withoutLineBreak(text));
    }
    entries.add(at, added);
    if (tally != null) {
      tally.add(List.of(added));
    }
  }

  /** Says whether a line ends here; a line break behind a backslash is none. */
  private static boolean endsLine(Entry entry) {
    Kind last = entry.piece().kind(entry.piece().size() - 1);
    boolean lineBreak = last == Kind.NEWLINE || last == Kind.EMPTY_LINE || last == Kind.END_SCRIPT;
    return lineBreak && entry.text().endsWith("\n");
  }

  void replace(Stanza old, Stanza replacement) {
    put(indexOf(old), Replacement.text(old, replacement));
  }

  void removeIf(Predicate<Stanza> unwanted, CommentsAbove comments) {
    List<Entry> before = entries;
    entries = new ArrayList<>(before.size());
    tally = null;
    for (Entry entry : before) {
      if (entry instanceof Stanza stanza && unwanted.test(stanza)) {
        leaveOut(stanza, comments);
      } else {
        entries.add(entry);
      }
    }
  }

  /** Does not add a stanza to the entries, but ends the line that it would have ended. */
  private void leaveOut(Stanza stanza, CommentsAbove comments) {
    int last = entries.size() - 1;
    if (last >= 0 && !endsLine(entries.get(last)) && endsLine(stanza)) {
      String lineBreak = Look.lineBreak(stanza.text());
      entries.set(last, entry(entries.get(last).text() + lineBreak));
    } else if (comments == CommentsAbove.FOLLOW) {
      entries.subList(commentsAbove(last + 1), last + 1).clear();
    }
  }

  /** The index of the first comment right above an entry. */
  private int commentsAbove(int index) {
    int first = index;
    while (first > 0 && entries.get(first - 1) instanceof TriviaLine line && !line.isBlank()) {
      first--;
    }
    return first;
  }

  void commentOutIf(Predicate<Stanza> unwanted) {
    List<Entry> before = entries;
    entries = new ArrayList<>(before.size());
    tally = null;
    StringBuilder comment = new StringBuilder();
    for (Entry entry : before) {
      if (entry instanceof Stanza stanza && unwanted.test(stanza)) {
        boolean last = entry == before.get(before.size() - 1);
        comment.append(LINE.matcher(stanza.text()).replaceAll("#"));
        comment.append(last || endsLine(stanza) ? "" : lineBreak);
      } else {
        addComment(comment);
        entries.add(entry);
      }
    }
    addComment(comment);
  }

  /** Adds lines of comments, and empties them; the first joins a line that has not ended yet. */
  private void addComment(StringBuilder lines) {
    int last = entries.size() - 1;
    if (!lines.isEmpty() && last >= 0 && !endsLine(entries.get(last))) {
      lines.insert(0, entries.remove(last).text());
    }
    if (!lines.isEmpty()) {
      entries.addAll(cut(lines.toString()));
      lines.setLength(0);
    }
  }

  /** Moves a stanza, and if wanted its comments, in front of another or behind it. */
  void move(Stanza stanza, Stanza target, boolean behind, CommentsAbove comments) {
    int index = indexOf(stanza);
    int from = comments == CommentsAbove.FOLLOW ? commentsAbove(index) : index;
    List<Entry> moved = new ArrayList<>(entries.subList(from, index + 1));
    check(target);
    if (moved.contains(target)) {
      return;
    }
    entries.subList(from, index + 1).clear();
    int at = indexOf(target);
    at = behind ? at + 1 : comments == CommentsAbove.FOLLOW ? commentsAbove(at) : at;
    entries.addAll(at, moved);
    endLine(at - 1);
    endLine(at + moved.size() - 1);
    endLine(entries.size() - 2);
  }

  /** Sees to it that a line ends where another follows that did not stand there before. */
  private void endLine(int index) {
    if (index >= 0 && index < entries.size() - 1 && !endsLine(entries.get(index))) {
      entries.set(index, entry(entries.get(index).text() + lineBreak));
    }
  }

  /** Makes sure that a stanza is one of the entries. */
  void check(Stanza stanza) {
    indexOf(stanza);
  }

  private int indexOf(Stanza stanza) {
    int index = entries.indexOf(stanza);
    if (index < 0) {
      throw new IllegalArgumentException(
          "The stanza is not, or no longer, one of this file: " + stanza.text().strip());
    }
    return index;
  }
}
