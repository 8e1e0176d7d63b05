package org.upstart4j.picture.internal.svg;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/** Writes elements of SVG. All text is escaped, and what is no character is made visible. */
final class Markup {

  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /** Begins an element; names and values of its attributes take turns. */
  Markup open(String name, Object... attributes) {
    tag(name, attributes).append('>');
    open.push(name);
    return this;
  }

  /** Ends the element that was begun last. */
  Markup close() {
    out.append("</").append(open.pop()).append('>');
    return this;
  }

  /** An element without content. */
  Markup element(String name, Object... attributes) {
    tag(name, attributes).append("/>");
    return this;
  }

  /** An element with nothing but text. */
  Markup text(String name, String text, Object... attributes) {
    open(name, attributes);
    out.append(Xml.escape(text));
    return close();
  }

  /** A line break, for people who read the source. */
  Markup line() {
    out.append('\n');
    return this;
  }

  /** Something that is markup already. */
  Markup raw(String markup) {
    out.append(markup);
    return this;
  }

  private StringBuilder tag(String name, Object... attributes) {
    out.append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      Object value = attributes[i + 1];
      out.append(value instanceof Double number ? number(number) : Xml.escape(value.toString()));
      out.append('"');
    }
    return out;
  }

  /** With one decimal place at most. */
  static String number(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
