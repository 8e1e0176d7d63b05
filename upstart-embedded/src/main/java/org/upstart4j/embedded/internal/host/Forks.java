package org.upstart4j.embedded.internal.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells a child that was forked from one that {@code vfork} or {@code posix_spawn} has made to run
 * a program: Upstart follows only the first kind.
 *
 * <p>As long as the child runs no other program the kernel tells: a parent that waits in {@code
 * vfork} cannot be interrupted. Later there are only signs: what the parent's program can do, and
 * the signals that a shell has its background commands ignore.
 */
final class Forks {

  private static final int HEAD = 1 << 20;
  private static final Pattern SPAWNS = Pattern.compile("\0(?:vfork|posix_spawnp?|system|popen)\0");
  private static final Pattern IGNORED = Pattern.compile("(?m)^SigIgn:\\s+([0-9a-f]+)");

  /** SIGINT and SIGQUIT, as bits. */
  private static final long KEYS = 0b110;

  /** By process id, when they were started. */
  private final Map<Integer, Long> spawned = new HashMap<>();

  /** Returns the first of a process's children, in their order, that was forked. */
  Optional<ProcessEntry> first(ProcessEntry parent, List<ProcessEntry> children) {
    return children.stream().filter(child -> isForked(parent, child)).findFirst();
  }

  private boolean isForked(ProcessEntry parent, ProcessEntry child) {
    if (Objects.equals(spawned.get(child.pid()), child.start())) {
      return false;
    }
    if (!child.executed()) {
      return !mayWaitInVfork(parent, child);
    }
    boolean forked = !canSpawn(parent.pid()) || isInBackground(parent, child);
    if (!forked) {
      spawned.put(child.pid(), child.start());
    }
    return forked;
  }

  /** The parent is asked again: it may have waited for the disk, or gone on since. */
  private static boolean mayWaitInVfork(ProcessEntry parent, ProcessEntry child) {
    Optional<ProcessEntry> now = ProcessEntry.of(parent.pid()).filter(parent::isSame);
    Optional<ProcessEntry> still = ProcessEntry.of(child.pid()).filter(child::isSame);
    boolean blocked = now.isPresent() && now.get().state() == 'D';
    return blocked || still.isEmpty() || still.get().executed();
  }

  private static boolean canSpawn(int pid) {
    byte[] head = new byte[0];
    try (var program = Files.newInputStream(proc(pid, "exe"))) {
      head = program.readNBytes(HEAD);
    } catch (IOException goneOrForbidden) {
      return false;
    }
    return SPAWNS.matcher(new String(head, StandardCharsets.ISO_8859_1)).find();
  }

  private static boolean isInBackground(ProcessEntry shell, ProcessEntry command) {
    return (ignored(command.pid()) & ~ignored(shell.pid()) & KEYS) == KEYS;
  }

  private static long ignored(int pid) {
    try {
      Matcher ignored =
          IGNORED.matcher(Files.readString(proc(pid, "status"), StandardCharsets.ISO_8859_1));
      return ignored.find() ? Long.parseUnsignedLong(ignored.group(1), 16) : 0;
    } catch (IOException gone) {
      return 0;
    }
  }

  private static Path proc(int pid, String file) {
    return Path.of("/proc", Integer.toString(pid), file);
  }
}
