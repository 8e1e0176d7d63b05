package org.upstart4j.it.scenario;

import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.upstart4j.it.site.LocalSite;
import org.upstart4j.it.site.Site;

/** The real Upstart that {@code -Dupstart.it.address} and {@code -Dupstart.it.confdir} name. */
@EnabledIfSystemProperty(
    named = LocalSite.ADDRESS,
    matches = ".+",
    disabledReason = "no Upstart is named by -Dupstart.it.address and -Dupstart.it.confdir")
class RealRecordingsTest implements RecordingContract {

  @Override
  public Site site() {
    return LocalSite.named();
  }
}
