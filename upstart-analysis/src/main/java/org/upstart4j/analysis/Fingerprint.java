package org.upstart4j.analysis;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import org.upstart4j.analysis.finding.Finding;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.JobFolder;

/**
 * What a finding is known again by when lines have moved. Several findings may have the same.
 *
 * @param file the file's path within the folder
 * @param rule the rule's name
 * @param line the text of the line, without the blanks around it
 */
public record Fingerprint(String file, String rule, String line)
    implements Comparable<Fingerprint> {

  private static final int DIGITS = 32;

  private static final Comparator<Fingerprint> ORDER =
      Comparator.comparing(Fingerprint::file)
          .thenComparing(Fingerprint::rule)
          .thenComparing(Fingerprint::line);

  /**
   * The fingerprint of a finding.
   *
   * @param finding the finding
   * @param folder the folder in which it was found
   * @return the fingerprint; the line is empty if the file's text is not known
   */
  public static Fingerprint of(Finding finding, JobFolder folder) {
    JobFile text = folder.files().get(finding.file());
    String line = text == null ? "" : text.line(finding.span().line()).strip();
    return new Fingerprint(finding.file(), finding.rule().id(), line);
  }

  /** {@return 32 hexadecimal digits for it} */
  public String digest() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] bytes = (file + "\0" + rule + "\0" + line).getBytes(StandardCharsets.UTF_16BE);
      return HexFormat.of().formatHex(digest.digest(bytes)).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible); // each Java has it
    }
  }

  @Override
  public int compareTo(Fingerprint other) {
    return ORDER.compare(this, other);
  }
}
