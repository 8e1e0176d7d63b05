package org.upstart4j.jobfile.internal.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.upstart4j.jobfile.stanza.ListStanza;
import org.upstart4j.jobfile.stanza.StanzaName;

/** {@code emits a b}: words, to those of the same name before. */
public final class ListRule extends WordRule<ListStanza> {

  private final StanzaName name;
  private final Setting<List<String>> setting;
  private final String expected;

  ListRule(StanzaName name, String expected) {
    super(ListStanza.class, expected);
    this.name = name;
    this.setting = setting(name);
    this.expected = expected;
  }

  /** The words of a name. */
  public static Setting<List<String>> setting(StanzaName name) {
    return Setting.list(name.text());
  }

  @Override
  Reading read(String word, Words words) {
    List<String> list = new ArrayList<>();
    list.add(word);
    while (words.hasWord()) {
      String next = words.next(expected);
      if (next == null) {
        return Reading.failed(words.failure());
      }
      list.add(next);
    }
    return done(new ListStanza(name, list), words);
  }

  @Override
  String text(String head, ListStanza stanza) {
    if (stanza.words().isEmpty()) {
      throw new IllegalArgumentException("Upstart has no way to write an empty list");
    }
    return stanza.words().stream()
        .map(Quoting::word)
        .collect(Collectors.joining(" ", head + " ", ""));
  }

  @Override
  void apply(ListStanza stanza, SettingsDraft job) {
    job.add(setting, stanza.words());
  }

  @Override
  public boolean addsUp() {
    return true;
  }
}
