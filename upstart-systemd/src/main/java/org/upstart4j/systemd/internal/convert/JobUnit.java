package org.upstart4j.systemd.internal.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.upstart4j.analysis.internal.model.Awaited;
import org.upstart4j.analysis.internal.model.CheckedJob;
import org.upstart4j.analysis.internal.model.Placed;
import org.upstart4j.jobfile.JobDefinition;
import org.upstart4j.jobfile.SourceSpan;
import org.upstart4j.systemd.finding.ConversionFinding;

/** A job, and what it becomes: its unit, its helper scripts and the findings so far. */
final class JobUnit {

  private final CheckedJob job;
  private final JobDefinition definition;
  private final Options options;
  private final Shape shape;
  private final Draft draft;
  private final Map<String, String> helpers = new TreeMap<>();
  private final List<ConversionFinding> findings = new ArrayList<>();

  JobUnit(CheckedJob job, JobDefinition definition, Options options, String unit) {
    this.job = job;
    this.definition = definition;
    this.options = options;
    this.shape = Shape.of(definition);
    this.draft = new Draft(unit);
  }

  String name() {
    return job.name();
  }

  CheckedJob job() {
    return job;
  }

  JobDefinition definition() {
    return definition;
  }

  Options options() {
    return options;
  }

  Shape shape() {
    return shape;
  }

  Draft draft() {
    return draft;
  }

  /** Whether the unit is a template, with an instance behind an {@code @}. */
  boolean isTemplate() {
    return draft.name().contains("@.");
  }

  /** The helper scripts by their paths below the helpers' folder. */
  Map<String, String> helpers() {
    return helpers;
  }

  /** Adds a helper script, and returns the path that it will have. */
  String helper(String file, String text) {
    helpers.put(file, text);
    return options.helpers() + "/" + file;
  }

  List<ConversionFinding> findings() {
    return findings;
  }

  /** Says what becomes of a whole stanza. */
  void found(Placed placed, Outcome outcome) {
    add(placed, placed.span(), outcome);
  }

  /** Says what becomes of an event in a condition. */
  void found(Awaited awaited, Outcome outcome) {
    add(awaited.placed(), awaited.span(), outcome);
  }

  /** Says what becomes of a part of a stanza. */
  void found(Placed placed, SourceSpan span, Outcome outcome) {
    add(placed, span, outcome);
  }

  /** Says what becomes of something that Upstart does without being told. */
  void foundImplicit(Outcome outcome) {
    add(job.conf().path(), new SourceSpan(0, 0, 1, 1), "", outcome);
  }

  private void add(Placed placed, SourceSpan span, Outcome outcome) {
    Said said = Said.of(placed.file(), span);
    add(placed.file().path(), said.span(), said.words(), outcome);
  }

  private void add(String file, SourceSpan span, String words, Outcome outcome) {
    boolean isSaid = !outcome.directives().isEmpty();
    findings.add(
        new ConversionFinding(
            name(),
            file,
            span,
            words,
            outcome.level(),
            outcome.code(),
            isSaid ? Optional.of(draft.name()) : Optional.empty(),
            isSaid ? Optional.of(String.join(", ", outcome.directives())) : Optional.empty(),
            outcome.since(),
            outcome.reason(),
            outcome.remedy(),
            false));
  }
}
