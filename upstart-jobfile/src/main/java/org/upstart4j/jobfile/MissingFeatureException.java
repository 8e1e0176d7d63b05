package org.upstart4j.jobfile;

import org.upstart4j.jobfile.version.Feature;
import org.upstart4j.jobfile.version.UpstartVersion;

/**
 * A job file has something that the version of Upstart lacks which it is built for. The message
 * names the stanza, the version, since when there is such a thing, and what to write instead.
 */
public final class MissingFeatureException extends IllegalStateException {

  private static final long serialVersionUID = 1;

  private final Feature feature;
  private final UpstartVersion version;

  MissingFeatureException(Stanza stanza, int line, Feature feature, UpstartVersion version) {
    super(
        "line "
            + line
            + ", "
            + stanza.text().strip().lines().findFirst().orElse("")
            + ": "
            + feature.missingFrom(version));
    this.feature = feature;
    this.version = version;
  }

  /** {@return what the version lacks} */
  public Feature feature() {
    return feature;
  }

  /** {@return the version that the file was to be built for} */
  public UpstartVersion version() {
    return version;
  }
}
