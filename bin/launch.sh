# Shared by the commands in this folder, which source it: finds a JDK, builds what is missing, starts Java.
# Needs $program and $bin (this folder); defines launch.

root=${bin%/*}
lib=$root/upstart-cli/target/lib

say() {
  printf '%s: %s\n' "$program" "$1" >&2
}

die() {
  say "$1"
  exit 1
}

find_java() {
  if [ -n "${JAVA_HOME:-}" ]; then
    java=$JAVA_HOME/bin/java
    [ -x "$java" ] || die "JAVA_HOME is $JAVA_HOME, but there is no bin/java in it"
  else
    java=$(command -v java) || die "no java found: install a JDK, 17 or newer, or set JAVA_HOME"
  fi
  java=$(readlink -f -- "$java")
  release=${java%/bin/java}/release
  check_version
}

# The release file says which JDK this is; asking Java itself would cost a second start.
check_version() {
  [ -r "$release" ] || return 0
  while IFS='="' read -r key _ version _; do
    if [ "$key" = JAVA_VERSION ]; then
      major=${version%%[!0-9]*}
      [ "${major:-17}" -ge 17 ] || die "$java is Java $version; install a JDK, 17 or newer, or set JAVA_HOME"
    fi
  done <"$release"
}

find_jar() {
  for jar in "$lib"/upstart-cli-*.jar; do
    [ -e "$jar" ] && return
  done
  return 1
}

# Whoever may not build, starts what there is.
is_current() {
  find_jar || return 1
  [ -x "$root/mvnw" ] && [ -w "$root/upstart-cli" ] || return 0
  set -- "$root/pom.xml"
  for module in upstart-api upstart-state upstart-jobfile upstart-analysis upstart-systemd upstart-embedded upstart-simulation upstart-dbus upstart-initctl upstart-cli; do
    set -- "$@" "$root/$module/pom.xml" "$root/$module/src/main"
  done
  [ -z "$(find "$@" -type f -newer "$jar")" ]
}

# One build at a time: a second start waits for the first one's.
build() {
  mkdir -p "$root/upstart-cli/target" || die "there is no build, and no right to build in $root"
  lock=$root/upstart-cli/target/building
  if mkdir "$lock" 2>/dev/null; then
    trap 'rm -rf "$lock"' EXIT
    trap 'exit 130' INT TERM HUP
    echo $$ >"$lock/pid"
    say "building, this happens once after each change of the sources"
    maven || die "the build failed; try ./mvnw verify in $root"
    rm -rf "$lock"
    trap - EXIT INT TERM HUP
  else
    await_build
  fi
  find_jar || die "the build left no upstart-cli in $lib"
}

# Runs the build. On a terminal a line shows what it is at; elsewhere only what goes wrong is printed.
maven() {
  set -- -B -f "$root/pom.xml" -Dfast -Dmaven.test.skip -pl upstart-cli -am package
  if ! has_terminal; then
    "$root/mvnw" -q "$@" </dev/null >&2
    return
  fi
  {
    "$root/mvnw" "$@" </dev/null 2>&1 && true >"$lock/done"
  } | show_progress >&2
  [ -e "$lock/done" ]
}

# Maven's errors stay; the last line says which module is built, and what is downloaded.
show_progress() {
  module=
  while IFS= read -r line; do
    case $line in
      "[INFO] Building "*"["*"/"*"]"*)
        module=${line#"[INFO] Building "}
        module="${module%% *} [${module##*[}"
        show "building $module"
        ;;
      *"Downloading from "*) show "building $module: downloading ${line##*/}" ;;
      "[INFO]"* | "[WARNING]"* | "") ;;
      *) printf '\r\033[K%s\n' "$line" ;;
    esac
  done
  show
}

# Puts a line in the place of the last one, or nothing.
show() {
  printf '\r\033[K%.59s' "${1:+$program: $1}"
}

has_terminal() {
  [ -t 2 ] && [ "${TERM:-dumb}" != dumb ]
}

# A build that was killed leaves its lock; the next one takes over.
await_build() {
  say "waiting for another build"
  while [ -d "$lock" ]; do
    sleep 1
    builder=$(cat "$lock/pid" 2>/dev/null) || continue
    if ! kill -0 "$builder" 2>/dev/null; then
      rm -rf "$lock"
      build
    fi
  done
}

# An archive of classes in the state in which this JDK keeps them in memory makes every later start quicker.
# A JDK ignores the archive of another one, and of other jars: a wrong one costs time, and nothing else.
find_archive() {
  sum=$(cksum <"$release" 2>/dev/null) || sum=unknown
  archive=$lib/${sum%% *}.jsa
  native=$lib/libjunixsocket.so
  [ "$archive" -nt "$jar" ] || make_archive
}

# Only G1 puts objects into an archive. It appears under its name when it is complete, so two starts at once do not
# disturb each other. An empty one says that this JDK cannot make it, and keeps later starts from trying.
make_archive() {
  draft=$archive.$$
  true 2>/dev/null >"$draft" || return 0
  ! has_terminal || show "preparing quicker starts" >&2
  UPSTART_SESSION=unix:abstract=/upstart4j/rehearsal/$$ \
    "$java" $options $collector -Xshare:auto -XX:DumpLoadedClassList="$draft.classes" -cp "$jar" \
    org.upstart4j.cli.Rehearsal "$draft.so" </dev/null >/dev/null 2>&1 &&
    "$java" $options -XX:+UseG1GC -Xshare:dump -XX:SharedClassListFile="$draft.classes" -XX:SharedArchiveFile="$draft" -cp "$jar" \
      </dev/null >/dev/null 2>&1 ||
    true >"$draft"
  [ ! -s "$draft.so" ] || mv -f "$draft.so" "$native"
  mv -f "$draft" "$archive"
  rm -f "$draft.classes"
  ! has_terminal || show >&2
}

# Java takes the encoding of file names from the locale, and loses what that cannot spell.
ensure_utf8() {
  case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
    *[Uu][Tt][Ff]8* | *[Uu][Tt][Ff]-8*) ;;
    *)
      LC_ALL=C.UTF-8
      export LC_ALL
      ;;
  esac
}

# launch MAIN_CLASS [ARGUMENT...]
launch() {
  # No log: what is wrong with an archive is of no interest. No search for loggers: it takes time.
  options="-XX:TieredStopAtLevel=1 -XX:-UsePerfData -Xlog:disable"
  # Only what runs on has anything to log.
  logger=org.slf4j.helpers.NOP_FallbackServiceProvider
  case ${2:-} in
    serve | demo | monitor) logger=org.slf4j.simple.SimpleServiceProvider ;;
  esac
  options="$options -Dslf4j.provider=$logger -Dslf4j.internal.verbosity=WARN"
  case $program in
    # started under a name of initctl's
    initctl | start | stop | restart | reload | status) options="$options -Dupstart.program=$program" ;;
  esac
  ensure_utf8
  find_java
  # The simplest one, except where only G1 takes objects out of an archive.
  collector=-XX:+UseSerialGC
  [ "${major:-17}" -ge 21 ] || collector=-XX:+UseG1GC
  is_current || build
  find_archive
  # What opens sockets by native code says so to a JDK that asks for it.
  [ "${major:-17}" -lt 24 ] || options="$options --enable-native-access=ALL-UNNAMED"
  set -- -cp "$jar" "$@"
  [ ! -e "$native" ] || set -- -Dorg.newsclub.net.unix.library.override="$native" "$@"
  [ ! -s "$archive" ] || set -- -Xshare:auto -XX:SharedArchiveFile="$archive" "$@"
  # shellcheck disable=SC2086 # several options
  exec "$java" $options $collector "$@"
}
