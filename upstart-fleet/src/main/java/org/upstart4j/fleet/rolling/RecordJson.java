package org.upstart4j.fleet.rolling;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.upstart4j.fleet.rolling.Outcome.Kind;

/**
 * A record as JSON, in ASCII: {@code {"format": "upstart rolling change", "version": 1, "change":
 * "restart web", "hosts": [{"host": "web1", "outcome": "failed", "reason": "..."}]}}.
 */
final class RecordJson {

  private static final String FORMAT = "upstart rolling change";
  private static final int VERSION = 1;
  private static final char LAST_PLAIN = 0x7e;

  private final Path file;
  private final String change;

  /**
   * Reads and writes the record of a change.
   *
   * @param file how errors name it
   */
  RecordJson(Path file, String change) {
    this.file = file;
    this.change = change;
  }

  String print(Map<String, Outcome> hosts) {
    JsonObject record = new JsonObject();
    record.addProperty("format", FORMAT);
    record.addProperty("version", VERSION);
    record.addProperty("change", change);
    JsonArray all = new JsonArray();
    hosts.forEach((name, outcome) -> all.add(host(name, outcome)));
    record.add("hosts", all);
    return ascii(
        new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(record) + "\n");
  }

  private static JsonObject host(String name, Outcome outcome) {
    JsonObject host = new JsonObject();
    host.addProperty("host", name);
    host.addProperty("outcome", outcome.kind().name().toLowerCase(Locale.ROOT));
    if (!outcome.reason().isEmpty()) {
      host.addProperty("reason", outcome.reason());
    }
    return host;
  }

  /** Outside of texts, JSON is ASCII anyway. */
  private static String ascii(String json) {
    StringBuilder ascii = new StringBuilder(json.length());
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (c > LAST_PLAIN) {
        ascii.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        ascii.append(c);
      }
    }
    return ascii.toString();
  }

  /**
   * Reads a record.
   *
   * @throws RecordException if it is none, or that of another change
   */
  Map<String, Outcome> parse(String text) {
    try {
      return hosts(JsonParser.parseString(text).getAsJsonObject());
    } catch (JsonParseException
        | IllegalStateException
        | UnsupportedOperationException
        | ClassCastException
        | NumberFormatException wrong) {
      throw new RecordException(file, "is not well-formed: " + wrong.getMessage(), wrong);
    }
  }

  private Map<String, Outcome> hosts(JsonObject record) {
    if (!FORMAT.equals(text(record, "format"))) {
      throw new RecordException(file, "is not one of a rolling change", null);
    }
    if (member(record, "version").getAsInt() != VERSION) {
      throw new RecordException(
          file, "has a version that is not known here: " + member(record, "version"), null);
    }
    String other = text(record, "change");
    if (!change.equals(other)) {
      throw new RecordException(
          file, "is that of another change, \"" + other + "\" and not \"" + change + '"', null);
    }
    Map<String, Outcome> hosts = new LinkedHashMap<>();
    for (JsonElement element : member(record, "hosts").getAsJsonArray()) {
      JsonObject host = element.getAsJsonObject();
      String name = text(host, "host");
      if (hosts.put(name, outcome(host)) != null) {
        throw new RecordException(file, "holds the host " + name + " twice", null);
      }
    }
    return hosts;
  }

  private Outcome outcome(JsonObject host) {
    String word = text(host, "outcome");
    for (Kind kind : Kind.values()) {
      if (kind.name().toLowerCase(Locale.ROOT).equals(word)) {
        return new Outcome(kind, host.has("reason") ? text(host, "reason") : "");
      }
    }
    throw new RecordException(file, "holds an outcome that is not known: " + word, null);
  }

  private String text(JsonObject object, String name) {
    return member(object, name).getAsString();
  }

  private JsonElement member(JsonObject object, String name) {
    JsonElement member = object.get(name);
    if (member == null) {
      throw new RecordException(file, "lacks \"" + name + '"', null);
    }
    return member;
  }
}
