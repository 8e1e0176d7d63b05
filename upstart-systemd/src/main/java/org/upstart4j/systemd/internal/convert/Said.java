package org.upstart4j.systemd.internal.convert;

import org.upstart4j.analysis.internal.model.CheckedFile;
import org.upstart4j.jobfile.SourceSpan;
import org.upstart4j.jobfile.internal.text.ByteText;

/**
 * A part of a file in its own words, without what ends its last line.
 *
 * @param file the file
 * @param span where the words stand
 * @param words the words
 */
record Said(CheckedFile file, SourceSpan span, String words) {

  static Said of(CheckedFile file, SourceSpan span) {
    byte[] bytes = file.bytes();
    int end = span.end();
    while (end > span.start() && bytes[end - 1] <= ' ' && bytes[end - 1] >= 0) {
      end--;
    }
    SourceSpan trimmed = new SourceSpan(span.start(), end, span.line(), span.column());
    return new Said(file, trimmed, ByteText.decode(bytes, span.start(), end));
  }
}
