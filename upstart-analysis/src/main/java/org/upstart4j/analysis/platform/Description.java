package org.upstart4j.analysis.platform;

import org.upstart4j.jobfile.version.UpstartVersion;

/** What a platform's file says of it. */
record Description(
    String name, String title, UpstartVersion version, Shell shell, Provided provides) {}
