package org.upstart4j.analysis.internal.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.Problem;
import org.upstart4j.jobfile.SourceSpan;
import org.upstart4j.jobfile.Stanza;
import org.upstart4j.jobfile.version.UpstartVersion;

/** A conf or override file of the folder. */
public final class CheckedFile {

  private static final String OVERRIDE = ".override";

  private final String path;
  private final JobFile text;
  private final UpstartVersion version;
  private final List<Placed> stanzas;
  private @Nullable List<Problem> problems;
  private byte @Nullable [] bytes;

  CheckedFile(String path, JobFile text, UpstartVersion version) {
    this.path = path;
    this.text = text;
    this.version = version;
    this.stanzas = text.stanzas().flatMap(this::placed).toList();
  }

  private Stream<Placed> placed(Stanza stanza) {
    return stanza.typed().map(typed -> new Placed(this, stanza, typed)).stream();
  }

  /** The path within the folder. */
  public String path() {
    return path;
  }

  /** What the file holds. */
  public JobFile text() {
    return text;
  }

  /** The bytes of the file; shared, not to be changed. */
  public byte[] bytes() {
    byte[] known = bytes;
    if (known == null) {
      known = text.toBytes();
      bytes = known;
    }
    return known;
  }

  /** The name of its job. */
  public String job() {
    return path.substring(0, path.lastIndexOf('.'));
  }

  public boolean isOverride() {
    return path.endsWith(OVERRIDE);
  }

  /** What the target finds wrong with it; first what it rejects the file for. */
  public List<Problem> problems() {
    List<Problem> known = problems;
    if (known == null) {
      known = text.problems(version);
      problems = known;
    }
    return known;
  }

  /**
   * The stanza that can be read and has an offset within it.
   *
   * @param offset an offset in bytes
   */
  public Optional<Placed> stanzaAt(int offset) {
    int low = 0;
    int high = stanzas.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (stanzas.get(middle).span().start() <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low == 0
        ? Optional.empty()
        : Optional.of(stanzas.get(low - 1)).filter(placed -> offset < placed.span().end());
  }

  /** The first character of the file, which stands for the whole of it. */
  public SourceSpan top() {
    return text.span(0, Math.min(1, bytes().length));
  }

  /** The stanzas that can be read, in order; those that the target does not know are left in. */
  public List<Placed> stanzas() {
    return stanzas;
  }
}
