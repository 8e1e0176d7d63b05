package org.upstart4j.fleet.inventory.internal.tree;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.upstart4j.fleet.inventory.internal.text.Fault;
import org.upstart4j.fleet.inventory.internal.text.Place;

/**
 * Reads YAML with Ansible's rules: the words of YAML 1.1, anchors, merged mappings, and its tags
 * for encrypted and unsafe texts. Nesting is limited, and so is the size that aliases make of it.
 */
final class YamlText {

  private static final int DEEPEST = 100;
  private static final long LARGEST = 64L << 20;
  private static final Object MERGE = new Object();

  private final Iterator<Event> events;
  private final Place place;
  private final Map<Anchor, Anchored> anchors = new HashMap<>();
  private long size;

  /** The depth that the part that is being read has reached. */
  private int reached;

  private YamlText(Iterator<Event> events, Place place) {
    this.events = events;
    this.place = place;
  }

  /** A part that an alias may name, how much it adds each time, and how many levels. */
  private record Anchored(Node node, long size, int height) {}

  static Optional<Node> read(String text, Place place) throws Fault {
    LoadSettings settings = LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
    try {
      Iterator<Event> events = new ParserImpl(settings, new StreamReader(settings, text));
      return new YamlText(events, place).document();
    } catch (MarkedYamlEngineException wrong) {
      int line = wrong.getProblemMark().map(Mark::getLine).orElse(-1) + 1;
      throw new Fault(place.at(line), "this is no YAML: " + wrong.getProblem());
    } catch (YamlEngineException wrong) {
      throw new Fault(place, "this is no YAML: " + wrong.getMessage());
    }
  }

  private Optional<Node> document() throws Fault {
    Optional<Node> read = Optional.empty();
    while (events.hasNext()) {
      Event event = events.next();
      switch (event.getEventId()) {
        case StreamStart, StreamEnd, DocumentStart, DocumentEnd, Comment -> {}
        default -> {
          if (read.isPresent()) {
            throw fault(event, "a second document begins here; put it into a file of its own");
          }
          read = Optional.of(node(event, 0));
        }
      }
    }
    return read;
  }

  private Node node(Event event, int depth) throws Fault {
    if (event instanceof AliasEvent alias) {
      return aliased(alias, depth);
    }
    int outside = reached;
    long before = size;
    reach(event, depth);
    Node node = read(event, depth);
    grow(event, 16);
    if (event instanceof NodeEvent named && named.getAnchor().isPresent()) {
      anchor(event, named.getAnchor().get(), new Anchored(node, size - before, reached - depth));
    }
    reached = Math.max(reached, outside);
    return node;
  }

  private void anchor(Event event, Anchor name, Anchored anchored) throws Fault {
    if (anchors.put(name, anchored) != null) {
      throw fault(event, "there are two anchors &" + name + "; give one another name");
    }
  }

  private void reach(Event event, int depth) throws Fault {
    if (depth > DEEPEST) {
      throw fault(event, "this is more than " + DEEPEST + " levels deep");
    }
    reached = depth;
  }

  private Node aliased(AliasEvent alias, int depth) throws Fault {
    Anchored anchored = anchors.get(alias.getAlias());
    if (anchored == null) {
      throw fault(alias, "no anchor before it is called &" + alias.getAlias());
    }
    grow(alias, anchored.size());
    int outside = reached;
    reach(alias, depth + anchored.height());
    reached = Math.max(reached, outside);
    return anchored.node();
  }

  private void grow(Event event, long by) throws Fault {
    size += by;
    if (size > LARGEST) {
      throw fault(event, "aliases make this more than " + LARGEST + " characters long");
    }
  }

  private Node read(Event event, int depth) throws Fault {
    if (event instanceof ScalarEvent scalar) {
      grow(event, scalar.getValue().length());
      return scalar(scalar);
    }
    String tag = ((CollectionStartEvent) event).getTag().orElse("");
    boolean mapping = event instanceof MappingStartEvent;
    boolean unsafe = tag.equals("!unsafe");
    String own = mapping ? "tag:yaml.org,2002:map" : "tag:yaml.org,2002:seq";
    if (!unsafe && !tag.isEmpty() && !tag.equals("!") && !tag.equals(own)) {
      throw fault(event, "the tag " + tag + " is not read here; remove it");
    }
    Node node = mapping ? mapping(event, depth) : items(event, depth);
    return unsafe ? Unsafes.within(node) : node;
  }

  private Node scalar(ScalarEvent scalar) throws Fault {
    boolean plain = scalar.getScalarStyle() == ScalarStyle.PLAIN;
    try {
      String tag = scalar.getTag().filter(own -> !own.equals("!")).orElse(plain ? "" : "!");
      Object value = YamlScalar.value(scalar.getValue(), tag);
      return new Node.Scalar(line(scalar), value);
    } catch (IllegalArgumentException wrong) {
      throw fault(scalar, String.valueOf(wrong.getMessage()));
    }
  }

  private Node items(Event start, int depth) throws Fault {
    List<Node> items = new ArrayList<>();
    for (Event event = next(); event.getEventId() != Event.ID.SequenceEnd; event = next()) {
      items.add(node(event, depth + 1));
    }
    return new Node.Items(line(start), items);
  }

  private Node mapping(Event start, int depth) throws Fault {
    Map<@Nullable Object, Node> own = new LinkedHashMap<>();
    Map<@Nullable Object, Node> merged = new LinkedHashMap<>();
    for (Event event = next(); event.getEventId() != Event.ID.MappingEnd; event = next()) {
      Object key = key(event, depth);
      Event value = next();
      Node node = node(value, depth + 1);
      if (key == MERGE) {
        merge(value, node, merged);
      } else {
        own.put(key, node);
      }
    }
    merged.putAll(own);
    return new Node.Mapping(line(start), merged);
  }

  private @Nullable Object key(Event event, int depth) throws Fault {
    if (event instanceof ScalarEvent scalar
        && scalar.getScalarStyle() == ScalarStyle.PLAIN
        && scalar.getTag().isEmpty()) {
      if (scalar.getValue().equals("<<")) {
        return MERGE;
      }
      if (scalar.getValue().equals("=")) {
        return "=";
      }
    }
    Node key = node(event, depth + 1);
    if (!(key instanceof Node.Scalar scalar) || scalar.value() instanceof Vault) {
      throw fault(event, "a key is a text or a number");
    }
    return scalar.value() instanceof Unsafe unsafe ? unsafe.text() : scalar.value();
  }

  /** Of several merged mappings the first one counts, and of several merges the last. */
  private void merge(Event event, Node node, Map<@Nullable Object, Node> merged) throws Fault {
    if (node instanceof Node.Mapping mapping) {
      merged.putAll(mapping.entries());
    } else if (node instanceof Node.Items items) {
      Map<@Nullable Object, Node> together = new LinkedHashMap<>();
      for (int i = items.items().size() - 1; i >= 0; i--) {
        if (!(items.items().get(i) instanceof Node.Mapping mapping)) {
          throw fault(event, "<< merges a mapping, or a list of mappings");
        }
        together.putAll(mapping.entries());
      }
      merged.putAll(together);
    } else {
      throw fault(event, "<< merges a mapping, or a list of mappings");
    }
  }

  private Event next() {
    return events.next();
  }

  private Fault fault(Event event, String message) {
    return new Fault(place.at(line(event)), message);
  }

  private static int line(Event event) {
    return event.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
  }
}
