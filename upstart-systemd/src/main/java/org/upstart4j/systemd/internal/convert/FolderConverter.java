package org.upstart4j.systemd.internal.convert;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.upstart4j.analysis.internal.model.CheckedFile;
import org.upstart4j.analysis.internal.model.CheckedJob;
import org.upstart4j.analysis.internal.model.Folder;
import org.upstart4j.analysis.internal.model.Surroundings;
import org.upstart4j.jobfile.JobDefinition;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.JobFolder;
import org.upstart4j.jobfile.Verdict;
import org.upstart4j.systemd.finding.ConversionFinding;
import org.upstart4j.systemd.unit.UnitFile;

/** Converts a folder as one graph. */
public final class FolderConverter {

  private static final String DROP_IN = ".d/50-upstart.conf";

  private final Options options;
  private final Folder folder;
  private final Graph graph;
  private final List<ConversionFinding> findings = new ArrayList<>();
  private final Map<String, JobUnit> plain = new TreeMap<>();
  private final Map<String, String> takenBy = new TreeMap<>();
  private final Map<String, String> standIns = new TreeMap<>();

  public FolderConverter(JobFolder contents, Options options) {
    this.options = options;
    this.folder = new Folder(options.target(), contents, Surroundings.UNKNOWN);
    this.graph = new Graph(folder, options);
  }

  /** Converts; to be called once. */
  public FolderConverter convert() {
    folder.jobs().forEach(this::add);
    folder.files().forEach(this::findOverrideAlone);
    Conditions conditions = new Conditions(graph);
    for (JobUnit job : graph.jobs()) {
      new JobConverter(job, conditions).convert();
    }
    standIns.putAll(conditions.standIns());
    graph.jobs().forEach(job -> findings.addAll(job.findings()));
    findings.sort(
        Comparator.comparing(ConversionFinding::job)
            .thenComparing(ConversionFinding::file)
            .thenComparing(finding -> finding.span().start())
            .thenComparing(finding -> -finding.span().end()));
    plain.putAll(withoutOverrides());
    return this;
  }

  /** The findings, by job, file and place. */
  public List<ConversionFinding> findings() {
    return findings;
  }

  /** The units of the jobs by the jobs' names. */
  public Map<String, String> units() {
    Map<String, String> units = new TreeMap<>();
    graph.jobs().forEach(job -> units.put(job.name(), job.draft().name()));
    return units;
  }

  /** The units that have an {@code [Install]} section. */
  public SortedSet<String> enabled() {
    SortedSet<String> enabled = new TreeSet<>();
    drafts()
        .filter(draft -> !draft.settings(Draft.INSTALL).isEmpty())
        .forEach(draft -> enabled.add(draft.name()));
    return enabled;
  }

  private Stream<Draft> drafts() {
    return Stream.concat(graph.jobs().stream().map(JobUnit::draft), graph.others().stream());
  }

  /** The units and drop-ins by their paths. */
  public Map<String, UnitFile> files() {
    Map<String, UnitFile> files = new TreeMap<>();
    for (JobUnit job : graph.jobs()) {
      Optional<JobUnit> alone = Optional.ofNullable(plain.get(job.name()));
      Optional<Draft> dropIn = alone.flatMap(conf -> DropIn.of(conf.draft(), job.draft()));
      JobUnit whole = dropIn.isPresent() ? alone.get() : job;
      files.put(job.draft().name(), whole.draft().file(Header.of(whole)));
      dropIn.ifPresent(
          draft -> files.put(job.draft().name() + DROP_IN, draft.file(Header.of(job))));
    }
    graph.others().forEach(draft -> files.put(draft.name(), draft.file(Header.of(draft, options))));
    return files;
  }

  /** The helper scripts by their names. */
  public Map<String, String> helpers() {
    Map<String, String> helpers = new TreeMap<>(standIns);
    plain.values().forEach(job -> helpers.putAll(job.helpers()));
    graph.jobs().forEach(job -> helpers.putAll(job.helpers()));
    return helpers;
  }

  /** The jobs that have override files, as their conf files alone make them. */
  private Map<String, JobUnit> withoutOverrides() {
    Map<String, JobUnit> jobs = new TreeMap<>();
    boolean hasOverrides = graph.jobs().stream().anyMatch(job -> job.job().override().isPresent());
    if (hasOverrides) {
      Map<String, JobFile> confs = new TreeMap<>(folder.contents().files());
      confs.keySet().removeIf(path -> path.endsWith(".override"));
      FolderConverter alone = new FolderConverter(JobFolder.of(confs), options).convert();
      alone.graph.jobs().stream()
          .filter(job -> graph.job(job.name()).flatMap(own -> own.job().override()).isPresent())
          .forEach(job -> jobs.put(job.name(), job));
    }
    return jobs;
  }

  private void add(CheckedJob job) {
    Verdict verdict = verdict(job);
    if (verdict instanceof Verdict.Rejected rejected) {
      findings.addAll(new RejectedJob(job, rejected).findings());
      return;
    }
    JobDefinition definition = ((Verdict.Accepted) verdict).definition();
    String unit = unit(definition);
    String other = takenBy.putIfAbsent(unit, job.name());
    if (other != null) {
      findings.addAll(new CollidingJob(job, unit, other).findings());
      return;
    }
    graph.add(new JobUnit(job, definition, options, unit));
  }

  private Verdict verdict(CheckedJob job) {
    Optional<CheckedFile> override = job.override();
    return override.isPresent()
        ? JobDefinition.verdict(
            job.name(), job.conf().text(), override.get().text(), options.target().version())
        : JobDefinition.verdict(job.name(), job.conf().text(), options.target().version());
  }

  private static String unit(JobDefinition definition) {
    return Units.base(definition.name())
        + (Instances.has(definition) ? "@" : "")
        + Shape.of(definition).suffix();
  }

  private void findOverrideAlone(CheckedFile file) {
    if (file.isOverride() && folder.job(file.job()).isEmpty()) {
      findings.addAll(UnreadStanzas.findings(file, "there is no conf file that it could change"));
    }
  }
}
