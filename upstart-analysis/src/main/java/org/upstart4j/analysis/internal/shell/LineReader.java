package org.upstart4j.analysis.internal.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Reads what stands between commands: line ends, comments, here-documents. */
final class LineReader implements Readers.Lines {

  private final Readers reader;
  private final Deque<HereDocument> pending = new ArrayDeque<>();

  LineReader(Readers reader) {
    this.reader = reader;
  }

  @Override
  public void expect(HereDocument document) {
    pending.add(document);
  }

  @Override
  public void skip() {
    Cursor cursor = reader.cursor();
    for (cursor.skipBlanks(); cursor.at('\n') || cursor.at('#'); cursor.skipBlanks()) {
      if (cursor.at('#')) {
        comment();
      } else {
        cursor.skip(1);
        documents();
      }
    }
  }

  private void comment() {
    Cursor cursor = reader.cursor();
    int start = cursor.offset();
    cursor.moveTo(cursor.find('\n'));
    reader.reading().comment(start, cursor.offset());
  }

  private void documents() {
    while (!pending.isEmpty()) {
      read(pending.remove());
    }
  }

  /** Without its last line it goes to the end, as all shells read it. */
  private void read(HereDocument document) {
    Cursor cursor = reader.cursor();
    int start = cursor.at();
    boolean continued = false;
    while (!cursor.atEnd()) {
      int lineStart = cursor.at();
      cursor.moveTo(cursor.find('\n'));
      boolean last = !continued && isLast(document, cursor.since(lineStart));
      continued = !document.quoted() && isContinued(cursor.since(lineStart));
      cursor.skip(1);
      if (last) {
        fill(document, start, lineStart);
        return;
      }
    }
    fill(document, start, cursor.at());
  }

  private static boolean isLast(HereDocument document, String line) {
    int start = 0;
    while (document.tabsStripped() && start < line.length() && line.charAt(start) == '\t') {
      start++;
    }
    return line.substring(start).equals(document.delimiter());
  }

  private static boolean isContinued(String line) {
    int start = line.length();
    while (start > 0 && line.charAt(start - 1) == '\\') {
      start--;
    }
    return (line.length() - start) % 2 == 1;
  }

  private void fill(HereDocument document, int start, int end) {
    Text text = reader.cursor().text();
    int from = text.offset(start);
    int to = text.offset(end);
    List<WordPart> parts =
        document.quoted()
            ? List.of(new WordPart.Literal(text.cut(start, end), from, to))
            : reader.within(text, start, end).words().parts(Place.HERE);
    document.fill(parts, from, to);
  }
}
