package org.upstart4j.analysis.platform;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Reads a JSON text value by value, and knows the line of each. */
final class JsonSource {

  private static final int DEEPEST = 8;

  private final Lines lines;
  private final JsonReader json;

  JsonSource(String text) {
    this.lines = new Lines(text);
    this.json = new JsonReader(lines);
    json.setStrictness(Strictness.STRICT);
    json.setNestingLimit(DEEPEST);
  }

  /** Reads the whole text with the given reading of its one value. */
  void whole(Runnable value) {
    value.run();
    if (read(json::peek) != JsonToken.END_DOCUMENT) {
      throw error("something follows the object");
    }
  }

  /** Reads an object; the given one is told each name and must read its value. */
  void object(Consumer<String> member) {
    expect(JsonToken.BEGIN_OBJECT, "an object");
    step(json::beginObject);
    Set<String> names = new HashSet<>();
    while (read(json::hasNext)) {
      String name = read(json::nextName);
      if (!names.add(name)) {
        throw error("the name comes twice");
      }
      member.accept(name);
    }
    step(json::endObject);
  }

  List<String> texts() {
    expect(JsonToken.BEGIN_ARRAY, "a list of texts");
    List<String> texts = new ArrayList<>();
    step(json::beginArray);
    while (read(json::hasNext)) {
      texts.add(text());
    }
    step(json::endArray);
    return texts;
  }

  /** Reads a text that is not blank. */
  String text() {
    expect(JsonToken.STRING, "a text");
    String text = read(json::nextString);
    if (text.isBlank()) {
      throw error("the text is empty");
    }
    return text;
  }

  boolean truth() {
    expect(JsonToken.BOOLEAN, "true or false");
    return read(json::nextBoolean);
  }

  /** Reads one of a few words. */
  <T> T word(Find<T> find, String wanted) {
    String text = text();
    return find.find(text).orElseThrow(() -> error("\"" + text + "\" is not " + wanted));
  }

  /** Takes a null away if there is one. */
  boolean skipNull() {
    if (read(json::peek) != JsonToken.NULL) {
      return false;
    }
    step(json::nextNull);
    return true;
  }

  /** Makes the error of what was read last. */
  PlatformSyntaxException error(String reason) {
    return new PlatformSyntaxException(lines.line(), json.getPath(), reason);
  }

  private void expect(JsonToken token, String wanted) {
    JsonToken found = read(json::peek);
    if (found != token) {
      throw error("not " + wanted);
    }
  }

  private void step(Step step) {
    read(
        () -> {
          step.take();
          return true;
        });
  }

  private <T> T read(Reading<T> reading) {
    try {
      return reading.read();
    } catch (IOException wrong) {
      throw error("no JSON: " + plain(String.valueOf(wrong.getMessage())));
    }
  }

  /** Takes away the place and the advice that Gson adds. */
  private static String plain(String message) {
    int place = message.indexOf(" at line ");
    String what = place < 0 ? message : message.substring(0, place);
    return what.startsWith("Use JsonReader.") ? "malformed" : what;
  }

  /** Looks a word up. */
  @FunctionalInterface
  interface Find<T> {
    Optional<T> find(String text);
  }

  @FunctionalInterface
  private interface Step {
    void take() throws IOException;
  }

  @FunctionalInterface
  private interface Reading<T> {
    T read() throws IOException;
  }

  /** Gives out a character at a time, so that what was given out ends where the reader stands. */
  private static final class Lines extends Reader {
    private final StringReader text;
    private int line = 1;
    private boolean isAtEnd;

    Lines(String text) {
      this.text = new StringReader(text);
    }

    /** {@return the line of the character that was given out last} */
    int line() {
      return line;
    }

    @Override
    public int read(char[] to, int from, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      if (isAtEnd) {
        line++;
      }
      int next = text.read();
      isAtEnd = next == '\n';
      if (next < 0) {
        return -1;
      }
      to[from] = (char) next;
      return 1;
    }

    @Override
    public void close() {
      text.close();
    }
  }
}
