package org.upstart4j.jobfile.internal.rule;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.upstart4j.jobfile.stanza.Fault;
import org.upstart4j.jobfile.stanza.TypedStanza;
import org.upstart4j.jobfile.version.Feature;

/** The rule of a stanza whose second word, a keyword, tells which rule holds from there on. */
class KeywordRule implements StanzaRule {

  /** What holds without a keyword; without this rule there must be one. */
  private final @Nullable StanzaRule alone;

  private final Map<String, StanzaRule> rules = new LinkedHashMap<>();

  /** What a version must have to know a keyword; nothing for those that all know. */
  private final Map<String, Feature> features = new HashMap<>();

  /** What the keyword should be, for messages. */
  private String expected = "";

  KeywordRule() {
    this.alone = null;
  }

  KeywordRule(StanzaRule alone) {
    this.alone = alone;
  }

  /** Adds what holds after a keyword. */
  final KeywordRule with(String keyword, StanzaRule rule) {
    rules.put(keyword, rule);
    expected = keywords();
    return this;
  }

  /** Adds what holds after a keyword that not every version knows. */
  final KeywordRule with(String keyword, StanzaRule rule, Feature feature) {
    features.put(keyword, feature);
    return with(keyword, rule);
  }

  /** What the stanza changes even without a keyword that is known. */
  Change withoutKeyword() {
    return Change.NONE;
  }

  @Override
  public final Reading read(Words words) {
    if (alone != null && !words.hasWord()) {
      return alone.read(words);
    }
    String keyword = words.nextKeyword(expected);
    if (keyword == null) {
      return Reading.failed(words.failure(), withoutKeyword());
    }
    Feature feature = features.get(keyword);
    if (feature != null && !words.has(feature)) {
      return Reading.failed(words.lacking(Fault.UNKNOWN_STANZA, feature), withoutKeyword());
    }
    StanzaRule rule = rules.get(keyword);
    return rule == null
        ? Reading.failed(
            words.wrong(Fault.UNKNOWN_STANZA, "known here", expected), withoutKeyword())
        : rule.read(words);
  }

  private String keywords() {
    String keywords =
        rules.keySet().stream().map(word -> '"' + word + '"').collect(Collectors.joining(" or "));
    return alone == null ? keywords : keywords + ", or the end of the line";
  }

  @Override
  public final String print(String head, TypedStanza stanza) {
    for (Map.Entry<String, StanzaRule> each : rules.entrySet()) {
      if (each.getValue().covers(stanza)) {
        return each.getValue().print(head + " " + each.getKey(), stanza);
      }
    }
    return covering(stanza).print(head, stanza);
  }

  @Override
  public final boolean covers(TypedStanza stanza) {
    return all().anyMatch(rule -> rule.covers(stanza));
  }

  @Override
  public final String objection(TypedStanza stanza, @Nullable Failure failure) {
    return covering(stanza).objection(stanza, failure);
  }

  private StanzaRule covering(TypedStanza stanza) {
    return all().filter(rule -> rule.covers(stanza)).findFirst().orElseThrow();
  }

  private Stream<StanzaRule> all() {
    return Stream.concat(Stream.ofNullable(alone), rules.values().stream());
  }

  @Override
  public String slot(String name, String secondWord) {
    return (name + " " + secondWord).trim();
  }

  @Override
  public final boolean addsUp() {
    return all().anyMatch(StanzaRule::addsUp);
  }
}
