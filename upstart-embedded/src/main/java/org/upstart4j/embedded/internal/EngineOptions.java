package org.upstart4j.embedded.internal;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.upstart4j.jobfile.JobDirectory;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.stanza.Dialect;

/**
 * How an engine is set up.
 *
 * @param folder where the files of its other jobs are
 * @param jobs the jobs that were given to it, by name; they come before those of the folder
 * @param dialect whose stanzas its job files may have
 * @param userSession whether it behaves as the Upstart of a session, not as process 1
 * @param sessionAddress the address at which its processes reach it, if there is one
 * @param logFolder where the output of its processes goes
 * @param environment its own variables: what {@code env NAME} takes over
 * @param inheritEnvironment whether the jobs of a session get all of these
 */
public record EngineOptions(
    Optional<JobDirectory> folder,
    Map<String, JobFile> jobs,
    Dialect dialect,
    boolean userSession,
    Optional<String> sessionAddress,
    Optional<Path> logFolder,
    Map<String, String> environment,
    boolean inheritEnvironment) {}
