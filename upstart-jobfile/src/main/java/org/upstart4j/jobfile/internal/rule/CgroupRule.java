package org.upstart4j.jobfile.internal.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.upstart4j.jobfile.stanza.CgroupStanza;

/** {@code cgroup CONTROLLER [NAME] [KEY VALUE]}. */
public final class CgroupRule extends WordRule<CgroupStanza> {

  /** The stanzas about control groups, in order. */
  public static final Setting<List<CgroupStanza>> CGROUPS = Setting.list("cgroup");

  private static final String EXPECTED = "a controller";
  private static final int MOST_WORDS = 4;

  CgroupRule() {
    super(CgroupStanza.class, EXPECTED);
  }

  @Override
  Reading read(String word, Words words) {
    List<String> parts = new ArrayList<>(MOST_WORDS);
    parts.add(word);
    while (parts.size() < MOST_WORDS && words.hasWord()) {
      String part = words.next(EXPECTED);
      if (part == null) {
        return Reading.failed(words.failure());
      }
      parts.add(part);
    }
    return done(stanza(parts), words);
  }

  private static CgroupStanza stanza(List<String> parts) {
    int count = parts.size();
    return new CgroupStanza(
        parts.get(0),
        count % 2 == 0 ? Optional.of(parts.get(1)) : Optional.empty(),
        count < 3
            ? Optional.empty()
            : Optional.of(new CgroupStanza.Setting(parts.get(count - 2), parts.get(count - 1))));
  }

  @Override
  String text(String head, CgroupStanza stanza) {
    return head
        + word(stanza.controller())
        + stanza.group().map(CgroupRule::word).orElse("")
        + stanza.setting().map(set -> word(set.key()) + word(set.value())).orElse("");
  }

  private static String word(String value) {
    return " " + Quoting.word(value);
  }

  @Override
  void apply(CgroupStanza stanza, SettingsDraft job) {
    job.add(CGROUPS, List.of(stanza));
  }
}
