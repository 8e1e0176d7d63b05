package org.upstart4j.fleet;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import org.upstart4j.PermissionDeniedException;
import org.upstart4j.UnexpectedErrorException;
import org.upstart4j.UpstartError;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.JobFolder;
import org.upstart4j.jobfile.JobFolder.Unread;

/**
 * Reads the files that a host has printed: lines of base64, between lines that begin with {@code
 * =}. It is untrusted text.
 */
final class PrintedFiles {

  private static final String FILE = "=F";
  private static final String LINK = "=L";
  private static final String TEXT = "=";
  private static final String UNREADABLE = "=X";
  private static final String END = "=E";

  private final String host;
  private final String root;
  private final Map<String, JobFile> files = new TreeMap<>();
  private final Map<String, Unread> links = new TreeMap<>();
  private final Map<String, JobFile> linked = new TreeMap<>();

  PrintedFiles(String host, String root) {
    this.host = host;
    this.root = root;
  }

  /** Returns whether a name stays within the folder. */
  static boolean isWithin(String name) {
    for (String part : name.split("/", -1)) {
      if (part.isEmpty() || part.equals(".") || part.equals("..") || part.indexOf('\0') >= 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * Reads what was printed.
   *
   * @param marker the line before which there is only noise
   */
  JobFolder parse(String output, String marker) {
    Iterator<String> lines = output.lines().dropWhile(line -> !line.equals(marker)).iterator();
    if (lines.hasNext()) {
      lines.next();
    }
    for (String kind = next(lines); !kind.equals(END); kind = take(kind, lines)) {
      if (!kind.equals(FILE) && !kind.equals(LINK)) {
        throw rubbish(kind);
      }
    }
    return JobFolder.of(files).withUnread(links).withUnreadTexts(linked);
  }

  /** Takes a file, and returns the line after it. */
  private String take(String kind, Iterator<String> lines) {
    StringBuilder name = new StringBuilder();
    for (String line = next(lines); !line.equals(TEXT); line = next(lines)) {
      name.append(line);
    }
    StringBuilder text = new StringBuilder();
    String line = next(lines);
    for (; !line.startsWith(TEXT); line = next(lines)) {
      text.append(line);
    }
    String path = path(name);
    if (line.equals(UNREADABLE)) {
      throw new PermissionDeniedException(root + "/" + path + " of " + host + " can't be read");
    }
    keep(kind, path, JobFile.parse(decoded(text)));
    return line;
  }

  private void keep(String kind, String path, JobFile file) {
    if (kind.equals(LINK) && path.endsWith(".override")) {
      links.put(path, Unread.LINK);
      linked.put(path, file);
    } else {
      files.put(path, file);
    }
  }

  private String path(CharSequence encoded) {
    String path = new String(decoded(encoded), StandardCharsets.UTF_8);
    String name = path.startsWith("./") ? path.substring(2) : path;
    boolean isJobFile = name.endsWith(".conf") || name.endsWith(".override");
    if (!isJobFile || !isWithin(name)) {
      throw rubbish(name);
    }
    return name;
  }

  private byte[] decoded(CharSequence text) {
    try {
      return Base64.getDecoder().decode(text.toString());
    } catch (IllegalArgumentException none) {
      throw rubbish(text);
    }
  }

  private String next(Iterator<String> lines) {
    if (!lines.hasNext()) {
      throw rubbish("the end comes too early");
    }
    return lines.next();
  }

  private UnexpectedErrorException rubbish(CharSequence what) {
    return new UnexpectedErrorException(
        new UpstartError(
            UpstartError.DBUS + "InvalidArgs",
            host + " did not print its job files as it was told: " + what));
  }
}
