package org.upstart4j.systemd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.upstart4j.jobfile.JobDefinition;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.SourceSpan;
import org.upstart4j.jobfile.Verdict;
import org.upstart4j.jobfile.internal.text.ByteText;
import org.upstart4j.systemd.finding.ConversionFinding;
import org.upstart4j.systemd.option.SystemdVersion;

class RealJobsTest {

  private static final SystemdConversion CONVERSION = SystemdConversion.to(SystemdVersion.DEFAULT);

  @Test
  void everyAcceptedJobBecomesAUnit() throws IOException {
    List<String> without = new ArrayList<>();
    int accepted = 0;
    for (Map.Entry<String, JobFile> entry : RealJobs.orSkip().entrySet()) {
      String job = RealJobs.job(entry.getKey());
      Conversion conversion = CONVERSION.convert(job, entry.getValue());
      if (JobDefinition.verdict(job, entry.getValue()) instanceof Verdict.Accepted) {
        accepted++;
        if (!conversion.units().containsKey(job)) {
          without.add(entry.getKey());
        }
      }
    }
    assertThat(without).isEmpty();
    assertThat(accepted).isGreaterThan(1_400);
  }

  @Test
  void everyStanzaHasOneFindingWithItsWords() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, JobFile> entry : RealJobs.orSkip().entrySet()) {
      String path = entry.getKey();
      JobFile file = entry.getValue();
      Conversion conversion = CONVERSION.convert(RealJobs.job(path), file);
      Map<Integer, List<ConversionFinding>> findings =
          conversion.findings().stream()
              .filter(finding -> !finding.isImplicit())
              .collect(Collectors.groupingBy(finding -> finding.span().start()));
      file.stanzas()
          .map(file::span)
          .filter(span -> !isSaidOnce(file, span, findings.getOrDefault(span.start(), List.of())))
          .forEach(span -> wrong.add(path + ":" + span.line()));
    }
    assertThat(wrong).isEmpty();
  }

  private static boolean isSaidOnce(JobFile file, SourceSpan span, List<ConversionFinding> found) {
    return found.size() == 1
        && ByteText.decode(file.toBytes(), span.start(), span.end())
            .stripTrailing()
            .equals(found.get(0).stanza());
  }

  @Test
  void everyFindingSaysWhyAndWhatIsNotExactWhere() throws IOException {
    Set<ConversionFinding> unsaid =
        RealJobs.orSkip().entrySet().stream()
            .flatMap(
                entry ->
                    CONVERSION
                        .convert(RealJobs.job(entry.getKey()), entry.getValue())
                        .findings()
                        .stream())
            .filter(finding -> finding.reason().isBlank())
            .collect(Collectors.toSet());
    assertThat(unsaid).isEmpty();
  }
}
