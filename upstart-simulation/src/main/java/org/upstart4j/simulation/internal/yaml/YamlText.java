package org.upstart4j.simulation.internal.yaml;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reads YAML without anything in it that can grow: no alias, no tag, nothing deep, nothing long,
 * and one document.
 */
public final class YamlText {

  private static final int LONGEST = 1 << 20;
  private static final int DEEPEST = 30;

  private final Iterator<Event> events;

  private YamlText(Iterator<Event> events) {
    this.events = events;
  }

  /**
   * Reads a text.
   *
   * @return its value, or nothing if there is none in it
   * @throws YamlFault if it is no YAML, or more than is read here
   */
  public static Optional<YamlNode> read(String text) throws YamlFault {
    if (text.length() > LONGEST) {
      throw new YamlFault(
          YamlPlace.START,
          "the text has more than " + LONGEST + " characters, the most there may be");
    }
    LoadSettings settings = LoadSettings.builder().setCodePointLimit(LONGEST).build();
    try {
      return new YamlText(new ParserImpl(settings, new StreamReader(settings, text))).document();
    } catch (MarkedYamlEngineException wrong) {
      throw new YamlFault(
          wrong.getProblemMark().map(YamlText::place).orElse(YamlPlace.START),
          "this is no YAML: " + wrong.getProblem());
    } catch (YamlEngineException wrong) {
      throw new YamlFault(YamlPlace.START, "this is no YAML: " + wrong.getMessage());
    }
  }

  private Optional<YamlNode> document() throws YamlFault {
    Optional<YamlNode> read = Optional.empty();
    while (events.hasNext()) {
      Event event = events.next();
      switch (event.getEventId()) {
        case StreamStart, StreamEnd, DocumentStart, DocumentEnd, Comment -> {}
        default -> {
          if (read.isPresent()) {
            throw new YamlFault(place(event), "a second document begins here; only one is read");
          }
          read = Optional.of(node(event, 0));
        }
      }
    }
    return read;
  }

  private YamlNode node(Event event, int depth) throws YamlFault {
    YamlPlace place = place(event);
    if (depth > DEEPEST) {
      throw new YamlFault(place, "this is more than " + DEEPEST + " levels deep");
    }
    if (event instanceof AliasEvent) {
      throw new YamlFault(place, "an alias (*NAME) is not read here; write the value out");
    }
    if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
      throw new YamlFault(place, "an anchor (&NAME) is not read here");
    }
    if (event instanceof ScalarEvent scalar) {
      return new YamlNode.Text(
          place, scalar.getValue(), scalar.getScalarStyle() == ScalarStyle.PLAIN);
    }
    if (event instanceof SequenceStartEvent) {
      return items(place, depth);
    }
    if (event instanceof MappingStartEvent) {
      return keys(place, depth);
    }
    throw new YamlFault(place, "this is not read here");
  }

  private YamlNode items(YamlPlace place, int depth) throws YamlFault {
    List<YamlNode> items = new ArrayList<>();
    for (Event event = next(); event.getEventId() != Event.ID.SequenceEnd; event = next()) {
      items.add(node(event, depth + 1));
    }
    return new YamlNode.Items(place, List.copyOf(items));
  }

  private YamlNode keys(YamlPlace place, int depth) throws YamlFault {
    Map<YamlNode.Text, YamlNode> entries = new LinkedHashMap<>();
    Map<String, YamlPlace> known = new LinkedHashMap<>();
    for (Event event = next(); event.getEventId() != Event.ID.MappingEnd; event = next()) {
      if (!(node(event, depth + 1) instanceof YamlNode.Text key)) {
        throw new YamlFault(place(event), "a key is a text");
      }
      YamlPlace first = known.putIfAbsent(key.text(), key.place());
      if (first != null) {
        throw new YamlFault(
            key.place(), "\"" + key.text() + "\" stands in line " + first.line() + " already");
      }
      entries.put(key, node(next(), depth + 1));
    }
    return new YamlNode.Keys(place, entries);
  }

  private Event next() {
    Event event = events.next();
    while (event.getEventId() == Event.ID.Comment) {
      event = events.next();
    }
    return event;
  }

  private static YamlPlace place(Event event) {
    return event.getStartMark().map(YamlText::place).orElse(YamlPlace.START);
  }

  private static YamlPlace place(Mark mark) {
    return new YamlPlace(mark.getLine() + 1, mark.getColumn() + 1);
  }
}
