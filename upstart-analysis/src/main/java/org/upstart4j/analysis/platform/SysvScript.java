package org.upstart4j.analysis.platform;

/**
 * A service that a platform has as a script of SysV init only, so that Upstart has no job of its
 * name and emits no event when it starts.
 *
 * @param name its name, for example {@code apache2}
 * @param source where this is from: a package and its file
 */
public record SysvScript(String name, String source) {}
