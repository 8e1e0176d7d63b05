package org.upstart4j.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.upstart4j.cli.conditions.JobConditions;
import org.upstart4j.cli.conditions.ShowConfig;
import org.upstart4j.cli.terminal.JsonLine;
import org.upstart4j.jobfile.JobDefinition;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.Problem;
import org.upstart4j.jobfile.SourceSpan;
import org.upstart4j.jobfile.Stanza;
import org.upstart4j.jobfile.Verdict;
import org.upstart4j.jobfile.stanza.StanzaName;
import org.upstart4j.jobfile.version.UpstartVersion;

/** What Upstart makes of job files, as members of a JSON object. */
final class VerdictJson {

  private VerdictJson() {}

  /** The verdict on one file. */
  static Consumer<JsonLine> of(
      String label, JobFile file, UpstartVersion version, Verdict verdict) {
    return json -> {
      json.member("file", label);
      verdict(json, verdict, label, label);
      stanzas(json, file, version, verdict);
      showConfig(json, verdict);
    };
  }

  /** The verdict on a conf file and its override file. */
  static Consumer<JsonLine> of(String conf, String override, Verdict verdict) {
    return json -> {
      json.member("file", override + " over " + conf);
      verdict(json, verdict, conf, override);
      showConfig(json, verdict);
    };
  }

  private static void verdict(JsonLine json, Verdict verdict, String conf, String override) {
    json.member("ok", verdict instanceof Verdict.Accepted);
    if (verdict instanceof Verdict.Accepted accepted) {
      DefinitionJson.write(json, accepted.definition());
    } else if (verdict instanceof Verdict.Rejected rejected) {
      problem(json, rejected.problem(), rejected.inOverride() ? override : conf);
      rejected.partial().ifPresent(partial -> definition(json, partial));
      rejected.overrideAlone().ifPresent(alone -> alone(json, alone, override));
    }
  }

  private static void definition(JsonLine json, JobDefinition partial) {
    json.name("partial").object(members -> DefinitionJson.write(members, partial));
  }

  private static void alone(JsonLine json, Verdict alone, String override) {
    json.name("override_alone").object(members -> verdict(members, alone, override, override));
  }

  private static void problem(JsonLine json, Problem problem, String file) {
    json.member("error_file", file);
    json.member("error_line", problem.upstartLine());
    json.member("error_pos", problem.upstartPosition());
    json.member("error_kind", problem.fault().code());
    json.member("error", problem.fault().message());
    json.member("init_reports_line", problem.fault().hasLine());
    if (!problem.fault().hasLine()) {
      json.member(
          "init_message",
          file + ": Error while loading configuration file: " + problem.fault().message());
    }
  }

  /** The stanzas as far as Upstart reads them: up to and with the one that fails. */
  private static void stanzas(
      JsonLine json, JobFile file, UpstartVersion version, Verdict verdict) {
    Optional<Problem> problem =
        verdict instanceof Verdict.Rejected rejected
            ? Optional.of(rejected.problem())
            : Optional.empty();
    int lastByte = problem.map(found -> found.span().start()).orElse(Integer.MAX_VALUE);
    List<Stanza> read =
        file.stanzas().takeWhile(stanza -> file.span(stanza).start() <= lastByte).toList();
    Stanza failed = problem.isPresent() ? read.get(read.size() - 1) : null;
    json.objects(
        "stanzas",
        read,
        (members, stanza) -> {
          SourceSpan span = file.span(stanza);
          members.member("name", name(stanza, version));
          members.member("line", span.line()).member("start", span.start());
          if (stanza == failed) {
            members.member("end", problem.orElseThrow().upstartPosition()).member("failed", true);
          } else {
            members.member("end", span.end());
          }
        });
  }

  private static String name(Stanza stanza, UpstartVersion version) {
    return stanza
        .name()
        .filter(name -> name.isKnownTo(version))
        .map(StanzaName::text)
        .orElse(stanza.keyword());
  }

  private static void showConfig(JsonLine json, Verdict verdict) {
    verdict
        .registered()
        .ifPresent(
            job -> {
              JobConditions conditions = new JobConditions(job.startOn(), job.stopOn());
              json.array(
                  "show_config", ShowConfig.enumerated(job.emits(), conditions), line -> line);
              json.array(
                  "show_config_plain", ShowConfig.plain(job.emits(), conditions), line -> line);
            });
  }
}
