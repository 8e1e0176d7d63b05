package org.upstart4j.jobfile.internal.rule;

import java.util.Arrays;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.upstart4j.jobfile.stanza.Fault;
import org.upstart4j.jobfile.stanza.LimitStanza;
import org.upstart4j.jobfile.stanza.LimitValue;
import org.upstart4j.jobfile.stanza.Resource;

/** {@code limit nofile 1024 4096}. */
public final class LimitRule extends WordRule<LimitStanza> {

  /** The resource limits. */
  public static final Setting<SortedMap<Resource, LimitStanza>> LIMITS = Setting.map("limits");

  static final String EXPECTED = "a number, or \"unlimited\"";

  private static final LimitValue ZERO = LimitValue.of(0);

  LimitRule() {
    super(LimitStanza.class, "a resource such as nofile");
  }

  @Override
  Reading read(String word, Words words) {
    Optional<Resource> resource = Resource.find(word);
    return resource.isPresent()
        ? read(resource.get(), words)
        : Reading.failed(words.wrong(Fault.UNKNOWN_STANZA, "a resource", resources()));
  }

  private static String resources() {
    return Arrays.stream(Resource.values())
        .map(Resource::text)
        .collect(Collectors.joining(", ", "one of ", ""));
  }

  private Reading read(Resource resource, Words words) {
    Numbers soft = value(words);
    if (soft == null || !soft.valid()) {
      return wrong(words, soft, partly(resource, soft, null));
    }
    Numbers hard = value(words);
    if (hard == null || !hard.valid()) {
      return wrong(words, hard, partly(resource, soft, hard));
    }
    return done(new LimitStanza(resource, limit(soft), limit(hard)), words);
  }

  /** The value of the next word; nothing if it is missing. */
  private static @Nullable Numbers value(Words words) {
    String word = words.next(EXPECTED);
    if (word == null) {
      return null;
    }
    return word.equals(LimitValue.UNLIMITED.text())
        ? new Numbers(LimitValue.UNLIMITED.bits(), true)
        : Numbers.unsigned(word, 10);
  }

  private static LimitValue limit(Numbers number) {
    return new LimitValue(number.value());
  }

  private static Reading wrong(Words words, @Nullable Numbers last, Change change) {
    return last == null
        ? Reading.failed(words.failure(), change)
        : Reading.failed(words.wrong(Fault.ILLEGAL_LIMIT, "a limit", EXPECTED), change);
  }

  /** Sets what was read, even if it is no limit; what was not reached stays. */
  private static Change partly(Resource resource, @Nullable Numbers soft, @Nullable Numbers hard) {
    return job ->
        job.update(
            LIMITS,
            resource,
            old ->
                new LimitStanza(
                    resource,
                    soft == null ? old.map(LimitStanza::soft).orElse(ZERO) : limit(soft),
                    hard == null ? old.map(LimitStanza::hard).orElse(ZERO) : limit(hard)));
  }

  @Override
  String text(String head, LimitStanza stanza) {
    return head + " " + stanza.resource() + " " + stanza.soft() + " " + stanza.hard();
  }

  @Override
  void apply(LimitStanza stanza, SettingsDraft job) {
    job.update(LIMITS, stanza.resource(), old -> stanza);
  }

  @Override
  public String slot(String name, String secondWord) {
    return (name + " " + secondWord).trim();
  }
}
