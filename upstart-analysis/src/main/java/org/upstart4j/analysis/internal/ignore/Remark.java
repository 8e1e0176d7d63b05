package org.upstart4j.analysis.internal.ignore;

import java.util.function.BiFunction;
import org.upstart4j.analysis.internal.model.CheckedFile;
import org.upstart4j.jobfile.Comment;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.ProcessSource;
import org.upstart4j.jobfile.SourceSpan;

/**
 * A comment that may speak to the check, and what it then is about.
 *
 * @param file the file
 * @param text what stands after the number sign
 * @param places finds a part of the text, by offsets of characters, in the file
 * @param whole the comment with its number sign
 * @param covered what it is about
 * @param inScript whether it stands in a script
 */
record Remark(
    CheckedFile file,
    String text,
    BiFunction<Integer, Integer, SourceSpan> places,
    SourceSpan whole,
    SourceSpan covered,
    boolean inScript) {

  static Remark of(CheckedFile file, Comment comment, SourceSpan covered) {
    int start = comment.span().start() + 1;
    BiFunction<Integer, Integer, SourceSpan> places =
        (from, to) -> {
          int first = start + length(comment.text().substring(0, from));
          return file.text().span(first, first + length(comment.text().substring(from, to)));
        };
    return new Remark(file, comment.text(), places, comment.span(), covered, false);
  }

  static Remark of(CheckedFile file, ProcessSource script, int start, int end, SourceSpan covered) {
    return new Remark(
        file,
        script.text().substring(start + 1, end),
        (from, to) -> script.span(start + 1 + from, start + 1 + to),
        script.span(start, end),
        covered,
        true);
  }

  private static int length(String text) {
    return JobFile.parse(text).toBytes().length;
  }

  /** Where a part of the text stands in the file. */
  SourceSpan span(int from, int to) {
    return places.apply(from, to);
  }
}
