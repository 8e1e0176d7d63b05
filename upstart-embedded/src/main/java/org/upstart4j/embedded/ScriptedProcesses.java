package org.upstart4j.embedded;

/** Processes that a test writes. */
public final class ScriptedProcesses {}
