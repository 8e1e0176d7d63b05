package org.upstart4j.analysis.platform;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.upstart4j.jobfile.version.UpstartVersion;

/** Reads the file of a platform, or of a family that platforms take over. */
final class PlatformReader {

  private final JsonSource json;
  private final Draft draft = new Draft();
  private boolean isFirst = true;

  private PlatformReader(String text) {
    this.json = new JsonSource(text);
  }

  /** Reads a platform, which must be complete. */
  static Description read(String text) {
    PlatformReader reader = new PlatformReader(text);
    reader.whole();
    reader
        .draft
        .missing()
        .ifPresent(
            name -> {
              throw reader.json.error("\"" + name + "\" is missing");
            });
    return reader.draft.finish();
  }

  /** Reads a family or a platform. */
  static Draft draft(String text) {
    PlatformReader reader = new PlatformReader(text);
    reader.whole();
    return reader.draft;
  }

  /** Reads an object of texts. */
  static Map<String, String> texts(String text) {
    Map<String, String> texts = new LinkedHashMap<>();
    JsonSource json = new JsonSource(text);
    json.whole(() -> json.object(name -> texts.put(name, json.text())));
    return texts;
  }

  private void whole() {
    json.whole(() -> json.object(this::member));
  }

  private void member(String name) {
    switch (name) {
      case "like" -> takeOver();
      case "name" -> draft.name = json.text();
      case "title" -> draft.title = json.text();
      case "version" -> draft.version = json.word(UpstartVersion::find, "a version of Upstart");
      case "shell" -> draft.shell = json.word(PlatformReader::shell, "dash or bash");
      case "events" -> each(draft.events, event -> new ProvidedEventReader(json).read(event));
      case "jobs" -> each(draft.jobs, job -> new JobReader(json).read(job));
      case "sysv" -> each(draft.scripts, script -> new SysvScript(script, json.text()));
      case "announces-scripts" -> draft.announcesScripts = json.truth();
      default -> throw json.error("not known");
    }
    isFirst &= name.equals("name") || name.equals("title");
  }

  private void takeOver() {
    if (!isFirst) {
      throw json.error("\"like\" comes before all but the names, as what follows adds to it");
    }
    draft.takeOver(json.word(PlatformReader::other, "a platform"));
  }

  /** Reads an object of things by their names; null takes one away that was taken over. */
  private <T> void each(Map<String, T> all, EntryReader<T> reader) {
    json.object(
        name -> {
          if (!json.skipNull()) {
            all.put(name, reader.read(name));
          } else if (all.remove(name) == null) {
            throw json.error("there is none to take away");
          }
        });
  }

  private static Optional<Draft> other(String name) {
    String small = name.toLowerCase(Locale.ROOT);
    return PlatformFiles.draft(PlatformFiles.alias(small).orElse(small));
  }

  private static Optional<Shell> shell(String text) {
    return Arrays.stream(Shell.values()).filter(shell -> shell.text().equals(text)).findFirst();
  }

  @FunctionalInterface
  private interface EntryReader<T> {
    T read(String name);
  }
}
