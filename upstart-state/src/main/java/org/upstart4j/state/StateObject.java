package org.upstart4j.state;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.BiConsumer;

/**
 * An object of a state that is written, in the order and with the types of Upstart: yes and no are
 * 1 and 0, a text that isn't there is null, and any other value that isn't there is left out.
 */
final class StateObject {

  private static final String NULL = "null";

  private final StringBuilder json = new StringBuilder(64).append('{');

  /** Begins a member; its value follows. */
  private StringBuilder member(String name) {
    if (json.length() > 1) {
      json.append(',');
    }
    return json.append('"').append(name).append("\":");
  }

  StateObject put(String name, StateObject object) {
    object.appendTo(member(name));
    return this;
  }

  StateObject text(String name, String text) {
    QuotedText.append(member(name), text);
    return this;
  }

  StateObject text(String name, Optional<String> text) {
    if (text.isPresent()) {
      return text(name, text.get());
    }
    member(name).append(NULL);
    return this;
  }

  /** Writes a constant of Upstart's; a word that is none, as it was read. */
  StateObject word(String name, String prefix, String word) {
    boolean known = !word.isEmpty() && word.equals(word.toLowerCase(Locale.ROOT));
    return text(name, known ? prefix + word.toUpperCase(Locale.ROOT).replace('-', '_') : word);
  }

  StateObject number(String name, long number) {
    member(name).append(number);
    return this;
  }

  StateObject number(String name, OptionalInt number) {
    return number.isPresent() ? number(name, number.getAsInt()) : this;
  }

  StateObject number(String name, OptionalLong number) {
    return number.isPresent() ? number(name, number.getAsLong()) : this;
  }

  StateObject flag(String name, boolean flag) {
    return number(name, flag ? 1 : 0);
  }

  StateObject texts(String name, List<String> texts) {
    return list(name, texts, QuotedText::append);
  }

  StateObject numbers(String name, List<Integer> numbers) {
    return list(name, numbers, StringBuilder::append);
  }

  StateObject nulls(String name, int count) {
    return list(name, Collections.nCopies(count, NULL), StringBuilder::append);
  }

  StateObject objects(String name, List<StateObject> objects) {
    return list(name, objects, (array, object) -> object.appendTo(array));
  }

  private <T> StateObject list(
      String name, List<T> values, BiConsumer<StringBuilder, ? super T> append) {
    StringBuilder array = member(name).append('[');
    String separator = "";
    for (T value : values) {
      append.accept(array.append(separator), value);
      separator = ",";
    }
    array.append(']');
    return this;
  }

  private void appendTo(StringBuilder text) {
    text.append(json).append('}');
  }

  /** {@return the text of it} */
  @Override
  public String toString() {
    return json + "}";
  }
}
