package org.upstart4j.embedded.internal.engine;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.upstart4j.Event;
import org.upstart4j.embedded.internal.source.SourceOptions;

/**
 * How an engine is set up.
 *
 * @param source where its jobs come from
 * @param userSession whether it behaves as the Upstart of a session, not as process 1
 * @param sessionAddress the address at which its processes reach it, if there is one
 * @param logFolder where the output of its processes goes
 * @param environment its own variables: what {@code env NAME} takes over
 * @param inheritEnvironment whether the jobs of a session get all of these
 * @param events says of each event whether jobs see it
 */
public record EngineOptions(
    SourceOptions source,
    boolean userSession,
    Optional<String> sessionAddress,
    Optional<Path> logFolder,
    Map<String, String> environment,
    boolean inheritEnvironment,
    Predicate<Event> events) {}
