# Sourced by launch.sh, which is beside it in the sources: builds what is missing.

lib=$root/upstart-cli/target/lib

# Whoever may not build, starts what there is.
is_current() {
  find_jar || return 1
  [ -x "$root/mvnw" ] && [ -w "$root/upstart-cli" ] || return 0
  set -- "$root/pom.xml"
  for module in upstart-api upstart-state upstart-jobfile upstart-analysis upstart-systemd upstart-embedded upstart-simulation upstart-picture upstart-dbus upstart-initctl upstart-fleet integrations/upstart-micrometer upstart-cli; do
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
