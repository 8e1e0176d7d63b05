package org.upstart4j.systemd.internal.convert;

import java.util.ArrayList;
import java.util.List;
import org.upstart4j.analysis.internal.model.CheckedJob;
import org.upstart4j.analysis.internal.model.Placed;
import org.upstart4j.systemd.finding.ConversionCode;
import org.upstart4j.systemd.finding.ConversionFinding;
import org.upstart4j.systemd.finding.Level;

/**
 * A job whose unit would have the name of another job's.
 *
 * @param job the job
 * @param unit the unit
 * @param other the job that has it
 */
record CollidingJob(CheckedJob job, String unit, String other) {

  List<ConversionFinding> findings() {
    String why = unit + " is already what the job " + other + " becomes; rename one of them";
    List<ConversionFinding> findings = new ArrayList<>();
    for (Placed placed : job.stanzas()) {
      findings.add(
          UnreadStanzas.finding(
              placed.file(), placed.span(), Level.LOST, ConversionCode.NAME_COLLISION, why));
    }
    return findings;
  }
}
