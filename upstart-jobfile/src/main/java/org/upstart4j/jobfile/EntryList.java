package org.upstart4j.jobfile;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.upstart4j.jobfile.internal.Kind;
import org.upstart4j.jobfile.internal.edit.Look;
import org.upstart4j.jobfile.internal.edit.Replacement;
import org.upstart4j.jobfile.stanza.StanzaName;

/** The entries of a file while it is being edited. What is not touched stays as it is. */
final class EntryList {

  private static final String START_ON = "start on";

  private static final Pattern LINE = Pattern.compile("(?md)^(?=[^\n])");

  private List<Entry> entries;

  /** Found when they are first needed, and again after entries have moved. */
  private @Nullable LastPlaces places;

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

  private LastPlaces places() {
    LastPlaces known = places;
    if (known == null) {
      known = new LastPlaces(entries);
      places = known;
    }
    return known;
  }

  /** The bytes of the file that the entries make. */
  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    entries.forEach(entry -> entry.writeTo(bytes));
    return bytes.toByteArray();
  }

  /**
   * Makes sure that the file, parsed again, still consists of these entries.
   *
   * @throws IllegalStateException if an entry absorbs another one
   */
  void check(List<Entry> read) {
    for (int i = 0; i < read.size(); i++) {
      if (read.get(i).length() != entries.get(i).length()) {
        throw new IllegalStateException(
            "A malformed entry would absorb the edit; fix it first: " + read.get(i));
      }
    }
  }

  private static Entry entry(String text) {
    List<Entry> cut = Entry.cut(text);
    if (cut.size() != 1) {
      throw new IllegalArgumentException(
          "Expected one stanza or comment, not " + cut.size() + ": \"" + text + "\"");
    }
    return cut.get(0);
  }

  /** Puts text, of one or more entries, in the place of a stanza. */
  private void put(int index, Stanza old, String text) {
    List<Entry> cut = new ArrayList<>(Entry.cut(text));
    Entry last = cut.get(cut.size() - 1);
    boolean mayShareLine = last instanceof Stanza stanza && stanza.isFlag();
    if (index < entries.size() - 1 && !endsLine(last) && !mayShareLine) {
      cut.set(cut.size() - 1, entry(last.text() + lineBreak));
    }
    if (cut.size() == 1 && cut.get(0) instanceof Stanza stanza && stanza.isAbout(old)) {
      entries.set(index, stanza);
    } else {
      entries.remove(index);
      entries.addAll(index, cut);
      places = null;
    }
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
      put(index, old, Replacement.text(old.piece(), stanza.piece()));
    }
    if (addsUp) {
      Entry kept = entries.get(index);
      removeIf(entry -> entry != kept && entry.slot().equals(slot), CommentsAbove.STAY);
    }
    staysManual |= isManual(stanza);
  }

  /** The place of the last stanza of the slot, if it has an effect. */
  private int counting(String slot) {
    int last = places().of(slot);
    if (slot.equals(START_ON) && !staysManual && places().of(StanzaName.MANUAL) > last) {
      return LastPlaces.NONE;
    }
    boolean manual = slot.equals(StanzaName.MANUAL.text());
    return manual && places().of(StanzaName.START) > last ? LastPlaces.NONE : last;
  }

  private static boolean isManual(Stanza stanza) {
    return stanza.name().equals(Optional.of(StanzaName.MANUAL));
  }

  private static boolean isStartOn(Stanza stanza) {
    return stanza.name().equals(Optional.of(StanzaName.START));
  }

  /** Adds a stanza after its nearest relative, and with its look. */
  void add(Stanza stanza) {
    int relative =
        isNew ? LastPlaces.NONE : stanza.name().map(places()::of).orElse(LastPlaces.NONE);
    int neighbour = isNew ? LastPlaces.NONE : places().last();
    String text = look(relative, neighbour).apply(stanza.text());
    insert(place(stanza, relative, neighbour), text);
    staysManual |= isManual(stanza);
  }

  private Look look(int relative, int neighbour) {
    if (relative >= 0) {
      return Look.of(entries.get(relative).piece());
    }
    return neighbour >= 0
        ? Look.of(entries.get(neighbour).piece()).withPlainGap()
        : Look.plain(lineBreak);
  }

  private int place(Stanza stanza, int relative, int neighbour) {
    if (isStartOn(stanza) && staysManual) {
      return places().of(StanzaName.MANUAL);
    }
    if (isNew) {
      return entries.size();
    }
    int before = relative >= 0 ? relative : neighbour;
    int start = places().of(StanzaName.START);
    if (isStartOn(stanza)) {
      before = Math.max(before, places().of(StanzaName.MANUAL));
    } else if (isManual(stanza) && start >= 0) {
      before = Math.max(relative, start);
    }
    return before < 0 ? entries.size() : before + 1;
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
    if (places != null) {
      places.moved(entries, at);
    }
  }

  /** Says whether a line ends here; a line break after a backslash does not end it. */
  private static boolean endsLine(Entry entry) {
    Kind last = entry.piece().kind(entry.piece().size() - 1);
    boolean lineBreak = last == Kind.NEWLINE || last == Kind.EMPTY_LINE || last == Kind.END_SCRIPT;
    return lineBreak && entry.text().endsWith("\n");
  }

  void replace(Stanza old, Stanza replacement) {
    put(indexOf(old), old, Replacement.text(old.piece(), replacement.piece()));
  }

  void removeIf(Predicate<Stanza> unwanted, CommentsAbove comments) {
    List<Entry> before = entries;
    entries = new ArrayList<>(before.size());
    places = null;
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
    places = null;
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
      entries.addAll(Entry.cut(lines.toString()));
      lines.setLength(0);
    }
  }

  /** Moves a stanza, and if wanted its comments, before another or after it. */
  void move(Stanza stanza, Stanza target, boolean after, CommentsAbove comments) {
    int index = indexOf(stanza);
    int from = comments == CommentsAbove.FOLLOW ? commentsAbove(index) : index;
    List<Entry> moved = new ArrayList<>(entries.subList(from, index + 1));
    check(target);
    if (moved.contains(target)) {
      return;
    }
    places = null;
    entries.subList(from, index + 1).clear();
    int at = indexOf(target);
    at = after ? at + 1 : comments == CommentsAbove.FOLLOW ? commentsAbove(at) : at;
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
          "The stanza is not, or is no longer, in this file: " + stanza.text().strip());
    }
    return index;
  }
}
