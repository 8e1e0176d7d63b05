package org.upstart4j.cli.check;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.upstart4j.cli.terminal.JsonLine;
import org.upstart4j.jobfile.SourceSpan;

/** Where things are in the files of a folder, as SARIF says it. */
final class SarifFiles {

  private static final String PLAIN = "-._~/";

  private final Subject subject;
  private final Map<String, Utf16Places> places = new HashMap<>();

  SarifFiles(Subject subject) {
    this.subject = subject;
  }

  Subject subject() {
    return subject;
  }

  /** The member that says which file it is. */
  void artifact(JsonLine json, String file) {
    json.name("artifactLocation").object(location -> location.member("uri", uri(file)));
  }

  /** The member that says which part of a file it is; a file that is not read has one line. */
  void region(JsonLine json, String name, String file, SourceSpan span) {
    json.name(name).object(region -> region(region, file, span));
  }

  private void region(JsonLine region, String file, SourceSpan span) {
    if (subject.text(file).isEmpty()) {
      region.member("startLine", 1);
      return;
    }
    Utf16Places columns =
        places.computeIfAbsent(file, missing -> new Utf16Places(subject.text(file).orElseThrow()));
    region.member("startLine", columns.line(span.start()));
    region.member("startColumn", columns.column(span.start()));
    region.member("endLine", columns.line(span.end()));
    region.member("endColumn", columns.column(span.end()));
  }

  /** Relative to the working directory for what is in it; else with the whole path. */
  private String uri(String file) {
    String label = subject.label(file);
    if (!subject.places().containsKey(file) || subject.places().get(file).path().isEmpty()) {
      return encode(label);
    }
    Path here = Path.of("").toAbsolutePath();
    Path path = Path.of(label).toAbsolutePath().normalize();
    return path.startsWith(here)
        ? encode(here.relativize(path).toString())
        : "file://" + encode(path.toString());
  }

  private static String encode(String path) {
    StringBuilder uri = new StringBuilder();
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      if ((b >= 'a' && b <= 'z')
          || (b >= 'A' && b <= 'Z')
          || (b >= '0' && b <= '9')
          || PLAIN.indexOf(b) >= 0) {
        uri.append((char) b);
      } else {
        uri.append(String.format("%%%02X", b & 0xff));
      }
    }
    return uri.toString();
  }
}
