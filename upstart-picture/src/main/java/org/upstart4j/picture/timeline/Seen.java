package org.upstart4j.picture.timeline;

import java.util.List;
import org.upstart4j.jobfile.internal.match.Happened;

/** An event, as conditions see it. */
record Seen(String name, List<String> variables) implements Happened {}
