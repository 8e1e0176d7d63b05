# Shared by the commands in this folder, which source it: finds a JDK and starts Java.
# Needs $program and $bin (this folder); defines launch.

root=${bin%/*}
lib=$root/lib
. "$bin/options.sh"

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
  major=17
  check_version
}

# The release file says which JDK this is; asking Java itself would cost a second start.
check_version() {
  [ -r "$release" ] || return 0
  while IFS='="' read -r key _ version _; do
    if [ "$key" = JAVA_VERSION ]; then
      major=${version%%[!0-9]*}
      major=${major:-17}
      [ "$major" -ge 17 ] || die "$java is Java $version; install a JDK, 17 or newer, or set JAVA_HOME"
    fi
  done <"$release"
}

# In the folder of the sources they are built; elsewhere they are there.
find_jars() {
  if [ -e "$bin/build.sh" ]; then
    . "$bin/build.sh"
    is_current || build
  else
    find_jar || die "there is no upstart-cli in $lib; unpack upstart4j once more"
  fi
}

find_jar() {
  for jar in "$lib"/upstart-cli-*.jar; do
    [ -e "$jar" ] && return
  done
  return 1
}

# Puts a line in the place of the last one, or nothing.
show() {
  printf '\r\033[K%.59s' "${1:+$program: $1}"
}

has_terminal() {
  [ -t 2 ] && [ "${TERM:-dumb}" != dumb ]
}

# An archive of classes in the state in which this JDK keeps them in memory makes every later start quicker. A JDK ignores the
# archive of another one, and of jars that are not those it was made with, down to their times: without a word, and for ever. So
# its name is made of all that it depends on.
find_archive() {
  sum=$(stat -L -c '%n %i %s %Y' "$java" "$lib"/*.jar "$lib/$kind"/*.jar 2>/dev/null | cksum)
  archive=$lib/$kind-${sum%% *}.archive
  if [ ! -e "$archive" ] && [ ! -w "$lib" ] && find_cache; then
    archive=$cache/${archive##*/}
  fi
  native=${archive%/*}/libjunixsocket.so
  [ -e "$archive" ] || make_archive
}

# Where the jars cannot be written beside, each user has a folder. It and the one that it is in are the user's own, and nobody
# else can write into it: Java trusts what is there.
find_cache() {
  cache=${XDG_CACHE_HOME:-${HOME:-}/.cache}
  case $cache in
    /.cache | [!/]*) return 1 ;;
  esac
  (umask 077 && mkdir -p "$cache/upstart4j") 2>/dev/null || return 1
  [ -O "$cache" ] && [ ! -h "$cache/upstart4j" ] && [ -O "$cache/upstart4j" ] || return 1
  cache=$cache/upstart4j
  case $(ls -ld "$cache") in
    drwx------*) ;;
    *) return 1 ;;
  esac
}

# It appears under its name when it is complete, so two starts at once do not disturb each other. An empty one says that this
# JDK cannot make it, and keeps later starts from trying.
make_archive() {
  draft=$archive.$$
  true 2>/dev/null >"$draft" || return 0
  trap 'rm -f "$draft" "$draft".*; exit 130' INT TERM HUP
  ! has_terminal || show "preparing quicker starts" >&2
  if [ "$major" -ge 25 ]; then make_cache; else make_share; fi </dev/null >/dev/null 2>&1 || true >"$draft"
  [ ! -s "$draft.so" ] || mv -f "$draft.so" "$native"
  mv -f "$draft" "$archive"
  rm -f "$draft".*
  trap - INT TERM HUP
  ! has_terminal || show >&2
}

make_cache() {
  rehearse -XX:AOTCacheOutput="$draft" && [ -s "$draft" ]
}

# Only G1 puts objects into an archive.
make_share() {
  rehearse -Xshare:auto -XX:DumpLoadedClassList="$draft.classes" &&
    "$java" $options -XX:-UseSerialGC -XX:+UseG1GC -Xshare:dump -XX:SharedClassListFile="$draft.classes" \
      -XX:SharedArchiveFile="$draft" -cp "$classes"
}

# rehearse OPTION...: lets Java watch the commands of this kind.
rehearse() {
  set -- $options "$@"
  if uses_modules; then
    set -- "$@" -cp "" -p "$modules" -m "org.upstart4j.cli/org.upstart4j.cli.Rehearsal"
  else
    set -- "$@" -cp "$classes" org.upstart4j.cli.Rehearsal
  fi
  "$java" "$@" "$kind" "$draft.so"
}

# launch MAIN_CLASS [ARGUMENT...]
launch() {
  ensure_utf8
  find_java
  main=$1
  shift
  choose_options "$@"
  find_jars
  find_path "$lib"
  find_archive
  if uses_modules; then
    # an empty class path, so that nobody looks for one in the environment
    set -- -cp "" -p "$modules" -m "org.upstart4j.cli/$main" "$@"
  else
    set -- -cp "$classes" "$main" "$@"
  fi
  if [ "$archived" = no ] || [ ! -s "$archive" ]; then
    :
  elif [ "$major" -ge 25 ]; then
    set -- -XX:AOTCache="$archive" "$@"
  else
    set -- -Xshare:auto -XX:SharedArchiveFile="$archive" "$@"
  fi
  [ ! -e "$native" ] || set -- -Dorg.newsclub.net.unix.library.override="$native" "$@"
  # shellcheck disable=SC2086 # several options
  exec "$java" $options "$@"
}
