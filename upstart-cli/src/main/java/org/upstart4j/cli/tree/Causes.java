package org.upstart4j.cli.tree;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.upstart4j.cli.tree.TreePart.Kind;
import org.upstart4j.cli.tree.TreePart.Note;
import org.upstart4j.event.EventMatch;

/** Makes a tree that leads from a job to what starts it, and on to the roots. */
final class Causes {

  private final Links links;
  private final Set<Object> shown = new HashSet<>();
  private final Set<String> path = new HashSet<>();

  Causes(Links links) {
    this.links = links;
  }

  /** A job, its condition, and all that brings that about. */
  TreePart of(TreeJob job) {
    return job(job, null);
  }

  private TreePart job(TreeJob job, @Nullable String by) {
    if (job.startOn().isEmpty()) {
      return new TreePart(Kind.JOB, job.name(), by, null, Note.BY_HAND, List.of());
    } else if (path.contains(job.name()) || !shown.add(job.name())) {
      Note note = path.contains(job.name()) ? Note.CYCLE : Note.SEE_ABOVE;
      return new TreePart(Kind.JOB, job.name(), by, null, note, List.of());
    }
    path.add(job.name());
    TreePart condition = part(Condition.of(job.startOn().get()));
    path.remove(job.name());
    return new TreePart(Kind.JOB, job.name(), by, null, null, List.of(condition));
  }

  private TreePart part(Condition condition) {
    if (condition instanceof Condition.Joint joint) {
      List<TreePart> parts = new ArrayList<>();
      joint.parts().forEach(part -> parts.add(part(part)));
      return TreePart.of(joint.all() ? Kind.ALL_OF : Kind.ONE_OF, parts);
    }
    EventMatch operand = ((Condition.Operand) condition).match();
    Optional<AboutJob> about = links.about(operand);
    List<TreeJob> sources = links.sources(operand);
    return about.isPresent() && sources.size() == 1
        ? job(sources.get(0), about.get().relation())
        : event(operand, sources, about);
  }

  private TreePart event(EventMatch operand, List<TreeJob> sources, Optional<AboutJob> about) {
    @Nullable Note note = null;
    List<TreePart> below = new ArrayList<>();
    if (links.isAboutNobody(operand)) {
      note = Note.NO_SUCH_JOB;
    } else if (!sources.isEmpty() && !shown.add(operand)) {
      note = Note.SEE_ABOVE;
    } else {
      sources.forEach(job -> below.add(job(job, about.map(AboutJob::relation).orElse(null))));
    }
    return new TreePart(Kind.EVENT, operand.toString(), null, null, note, below);
  }
}
