package org.upstart4j.picture.internal.page;

import org.upstart4j.picture.internal.shown.Shown;

/** Text that others have written, as text of HTML. */
final class Html {

  private Html() {}

  /** The text as it stands between tags, or between quotes in one. */
  static String escape(String text) {
    return Shown.text(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
