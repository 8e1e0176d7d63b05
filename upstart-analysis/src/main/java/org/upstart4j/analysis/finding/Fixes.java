package org.upstart4j.analysis.finding;

import java.io.ByteArrayOutputStream;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.JobFolder;

/**
 * Fixes that are applied to a folder together. Of two that touch each other the first is taken; the
 * other one may be there again when the folder is checked once more. Not safe for use by several
 * threads.
 *
 * <pre>{@code
 * Fixes fixes = new Fixes(folder);
 * findings.forEach(finding -> finding.fix().ifPresent(fixes::take));
 * JobFolder mended = fixes.apply();
 * }</pre>
 */
public final class Fixes {

  private final JobFolder folder;
  private final Map<String, NavigableMap<Integer, TextEdit>> byFile = new TreeMap<>();

  /**
   * Fixes of a folder, none at first.
   *
   * @param folder the folder
   */
  public Fixes(JobFolder folder) {
    this.folder = folder;
  }

  /** {@return whether none was taken} */
  public boolean isEmpty() {
    return byFile.isEmpty();
  }

  /**
   * Takes a fix as a whole, unless it touches one that was taken, or changes a file that the folder
   * does not have.
   *
   * @param fix the fix
   * @return whether it was taken
   */
  public boolean take(Fix fix) {
    if (fix.edits().isEmpty() || !fix.edits().stream().allMatch(this::isFree)) {
      return false;
    }
    for (TextEdit edit : fix.edits()) {
      byFile.computeIfAbsent(edit.file(), file -> new TreeMap<>()).put(edit.span().start(), edit);
    }
    return true;
  }

  /** Edits that only meet touch, too: two insertions at one place have no order. */
  private boolean isFree(TextEdit edit) {
    if (!folder.files().containsKey(edit.file())) {
      return false;
    }
    NavigableMap<Integer, TextEdit> edits = byFile.get(edit.file());
    Map.Entry<Integer, TextEdit> before =
        edits == null ? null : edits.floorEntry(edit.span().end());
    return before == null || before.getValue().span().end() < edit.span().start();
  }

  /** {@return the folder with the fixes that were taken; nothing is written anywhere} */
  public JobFolder apply() {
    Map<String, JobFile> changed = new TreeMap<>();
    byFile.forEach(
        (file, edits) -> {
          byte[] bytes = Objects.requireNonNull(folder.files().get(file)).toBytes();
          changed.put(file, JobFile.parse(apply(bytes, edits.values())));
        });
    return folder.with(changed);
  }

  private static byte[] apply(byte[] bytes, Collection<TextEdit> edits) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
    int from = 0;
    for (TextEdit edit : edits) {
      out.write(bytes, from, edit.span().start() - from);
      out.writeBytes(JobFile.parse(edit.replacement()).toBytes());
      from = edit.span().end();
    }
    out.write(bytes, from, bytes.length - from);
    return out.toByteArray();
  }
}
