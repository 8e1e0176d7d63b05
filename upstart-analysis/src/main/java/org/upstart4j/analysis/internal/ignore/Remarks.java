package org.upstart4j.analysis.internal.ignore;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.upstart4j.analysis.internal.model.CheckedFile;
import org.upstart4j.jobfile.Comment;
import org.upstart4j.jobfile.Entry;
import org.upstart4j.jobfile.ProcessSource;
import org.upstart4j.jobfile.SourceSpan;
import org.upstart4j.jobfile.Stanza;

/** Finds the comments of a file that may speak to the check. */
final class Remarks {

  /** What such a comment begins with. */
  static final String WORD = "upstart-check";

  private static final byte[] BYTES = WORD.getBytes(StandardCharsets.US_ASCII);

  private final CheckedFile file;
  private final List<Remark> found = new ArrayList<>();

  private Remarks(CheckedFile file) {
    this.file = file;
  }

  static List<Remark> of(CheckedFile file) {
    if (!contains(file.bytes())) {
      return List.of();
    }
    Remarks remarks = new Remarks(file);
    remarks.read();
    return remarks.found;
  }

  /** Most files have no such word, and need not be looked at further. */
  private static boolean contains(byte[] bytes) {
    for (int i = 0; i + BYTES.length <= bytes.length; i++) {
      int matched = 0;
      while (matched < BYTES.length && bytes[i + matched] == BYTES[matched]) {
        matched++;
      }
      if (matched == BYTES.length) {
        return true;
      }
    }
    return false;
  }

  private void read() {
    List<Comment> above = new ArrayList<>();
    for (Entry entry : file.text().entries()) {
      above.addAll(file.text().comments(entry).stream().filter(Remarks::mayBeMeant).toList());
      if (entry instanceof Stanza stanza) {
        SourceSpan covered = file.text().span(stanza);
        above.forEach(comment -> found.add(Remark.of(file, comment, covered)));
        above.clear();
        file.text().process(stanza).filter(ProcessSource::isScript).ifPresent(this::readScript);
      }
    }
    int end = file.bytes().length;
    above.forEach(comment -> found.add(Remark.of(file, comment, file.text().span(end, end))));
  }

  private static boolean mayBeMeant(Comment comment) {
    return comment.text().stripLeading().startsWith(WORD);
  }

  private void readScript(ProcessSource script) {
    String text = script.text();
    if (text.contains(WORD)) {
      for (ScriptComments.Part part : ScriptComments.of(text)) {
        if (text.substring(part.start() + 1, part.end()).stripLeading().startsWith(WORD)) {
          SourceSpan covered = script.span(part.coveredFrom(), part.coveredTo());
          found.add(Remark.of(file, script, part.start(), part.end(), covered));
        }
      }
    }
  }
}
