package org.upstart4j.cli.tree;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.upstart4j.cli.tree.TreePart.Kind;
import org.upstart4j.cli.tree.TreePart.Note;
import org.upstart4j.event.EventMatch;

/** Makes trees that lead from causes to effects. Each job and event stands in full once. */
final class Growth {

  private final Links links;
  private final Places places;
  private final Set<Object> shown = new HashSet<>();
  private final Set<Object> path = new HashSet<>();

  Growth(Links links, Places places) {
    this.links = links;
    this.places = places;
  }

  /** A job, and all that it sets off. */
  TreePart job(TreeJob job) {
    return job(job, null, null);
  }

  /** An event, and all that it sets off. */
  TreePart event(EventMatch operand) {
    begin(operand);
    Mentions mentions = new Mentions();
    List<TreePart> below = new ArrayList<>();
    for (TreeJob job : links.waitingFor(operand)) {
      if (places.isBelow(job, operand)) {
        below.add(job(job, null, needs(job)));
      } else {
        mentions.add(job, null);
      }
    }
    below.addAll(mentions.parts());
    path.remove(operand);
    @Nullable Note note = links.isAboutNobody(operand) ? Note.NO_SUCH_JOB : null;
    return new TreePart(Kind.EVENT, operand.toString(), null, null, note, below);
  }

  private TreePart job(TreeJob job, @Nullable String by, @Nullable String needs) {
    begin(job.name());
    Mentions mentions = new Mentions();
    List<TreePart> below = new ArrayList<>();
    for (EventMatch effect : links.effects(job)) {
      @Nullable String relation = links.about(effect).map(AboutJob::relation).orElse(null);
      if (relation != null) {
        below.addAll(related(job, effect, relation, mentions));
      } else if (places.isBelow(effect, job)) {
        below.add(event(effect));
      } else {
        mentions.add(effect);
      }
    }
    below.addAll(mentions.parts());
    path.remove(job.name());
    return new TreePart(Kind.JOB, job.name(), by, needs, null, below);
  }

  private List<TreePart> related(
      TreeJob job, EventMatch effect, String relation, Mentions mentions) {
    List<TreePart> full = new ArrayList<>();
    path.add(effect);
    for (TreeJob next : links.waitingFor(effect)) {
      if (places.isBelow(effect, job) && places.isBelow(next, effect)) {
        full.add(job(next, relation, needs(next)));
        mentions.leaveOut(next);
      } else {
        mentions.add(next, relation);
      }
    }
    path.remove(effect);
    return full;
  }

  private void begin(Object what) {
    shown.add(what);
    path.add(what);
  }

  /** What stands above has happened. */
  private @Nullable String needs(TreeJob job) {
    return job.startOn()
        .flatMap(condition -> Rest.of(condition, path::contains))
        .map(rest -> Condition.of(rest).toString())
        .orElse(null);
  }

  /** What stands in full elsewhere. */
  private final class Mentions {

    private record Mention(Kind kind, @Nullable String by) {}

    private final Map<Object, Mention> mentioned = new LinkedHashMap<>();
    private final Set<Object> full = new HashSet<>();

    void add(TreeJob job, @Nullable String by) {
      mentioned.putIfAbsent(job.name(), new Mention(Kind.JOB, by));
    }

    void add(EventMatch operand) {
      mentioned.putIfAbsent(operand, new Mention(Kind.EVENT, null));
    }

    void leaveOut(TreeJob job) {
      full.add(job.name());
    }

    /** After all else, as only then it is known what stands above. */
    List<TreePart> parts() {
      List<TreePart> parts = new ArrayList<>();
      mentioned.forEach(
          (what, how) -> {
            if (!full.contains(what)) {
              String name = what.toString();
              parts.add(new TreePart(how.kind, name, how.by, null, note(what), List.of()));
            }
          });
      return parts;
    }

    private Note note(Object what) {
      if (path.contains(what)) {
        return Note.CYCLE;
      }
      return shown.contains(what) ? Note.SEE_ABOVE : Note.SEE_BELOW;
    }
  }
}
