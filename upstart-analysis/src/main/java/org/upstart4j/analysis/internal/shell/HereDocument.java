package org.upstart4j.analysis.internal.shell;

import java.util.List;

/**
 * The lines of a here-document. They are data and no commands, but for the substitutions within
 * them. The reader fills it when it comes to its lines, which begin behind those of its command;
 * from then on it does not change.
 */
public final class HereDocument implements Node {

  private final String delimiter;
  private final boolean quoted;
  private final boolean tabsStripped;
  private List<WordPart> parts = List.of();
  private int start;
  private int end;

  HereDocument(String delimiter, boolean quoted, boolean tabsStripped, int place) {
    this.delimiter = delimiter;
    this.quoted = quoted;
    this.tabsStripped = tabsStripped;
    this.start = place;
    this.end = place;
  }

  void fill(List<WordPart> body, int from, int to) {
    parts = List.copyOf(body);
    start = from;
    end = to;
  }

  /** {@return the line that ends it} */
  public String delimiter() {
    return delimiter;
  }

  /** {@return whether the shell leaves its text alone} */
  public boolean quoted() {
    return quoted;
  }

  /** {@return whether it was opened by {@code <<-}} */
  public boolean tabsStripped() {
    return tabsStripped;
  }

  @Override
  public int start() {
    return start;
  }

  @Override
  public int end() {
    return end;
  }

  @Override
  public List<WordPart> children() {
    return parts;
  }
}
