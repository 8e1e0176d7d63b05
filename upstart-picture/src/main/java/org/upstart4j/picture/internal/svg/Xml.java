package org.upstart4j.picture.internal.svg;

import org.upstart4j.picture.internal.shown.Shown;

/** Text from outside, as text of XML. */
final class Xml {

  private Xml() {}

  /** The text, also as the value of an attribute. Line breaks stay. */
  static String escape(String text) {
    return Shown.lines(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("\n", "&#10;");
  }
}
