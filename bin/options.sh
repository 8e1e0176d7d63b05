# Shared by every launcher, which sources it: the options that Java gets for a command, and the locale.
# Needs $program and $major (the version of the JDK); defines choose_options, find_path and ensure_utf8.

# choose_options [COMMAND [ARGUMENT...]]: sets $options; $kind: "ask" for a command that asks an Upstart and ends, "picture" for one
# that draws, "watch" for list --watch, "exporter" for the one that shows numbers, "rest" for all others, each of which has an archive of
# classes of its own; and $archived: whether the archive is to be used.
choose_options() {
  choose_kind "$@"
  archived=yes
  # No log: what is wrong with an archive is of no interest. No search for loggers: it takes time.
  options="-XX:TieredStopAtLevel=1 -XX:-UsePerfData -Xlog:disable -Xlog:all=off"
  # Only what runs on has anything to log.
  logger=org.slf4j.helpers.NOP_FallbackServiceProvider
  case ${1:-} in
    serve | init | demo | monitor | exporter) logger=org.slf4j.simple.SimpleServiceProvider ;;
  esac
  options="$options -Dslf4j.provider=$logger -Dslf4j.internal.verbosity=WARN"
  case $program in
    # what it is called in messages; and what it knows
    initctl | start | stop | restart | reload | status | upstart4j) options="$options -Dupstart.program=$program" ;;
  esac
  # The simplest collector, except where only G1 takes objects out of an archive.
  collector=-XX:+UseSerialGC
  [ "$major" -ge 21 ] || collector=-XX:+UseG1GC
  case ${1:-} in
    serve | init) daemon_options ;;
    exporter) daemon_options && server_options ;;
  esac
  options="$options $collector"
  # What ends soon is done before compiled code pays off. A list may be long, and with a class path there is more to do.
  if [ "$kind" = ask ]; then
    if uses_modules && [ "$command" != list ]; then
      options="$options -Xint"
    else
      options="$options -XX:CompileThresholdScaling=10"
    fi
  fi
  # What calls native code says so to a JDK that asks for it. Java has no name for the signals by which some stop containers.
  if uses_modules; then
    options="$options --enable-native-access=org.newsclub.net.unix,org.upstart4j.embedded"
    [ "${1:-}" != init ] || options="$options --add-opens java.base/jdk.internal.misc=org.upstart4j.cli"
  else
    [ "$major" -lt 24 ] || options="$options --enable-native-access=ALL-UNNAMED"
    [ "${1:-}" != init ] || options="$options --add-opens java.base/jdk.internal.misc=ALL-UNNAMED"
  fi
}

# From JDK 25 on the archive is an AOT cache, and the jars are modules. Not where the layout of pictures or Micrometer is among them,
# whose libraries are no modules: no cache of such can be made where a link is in the path.
uses_modules() {
  [ "$major" -ge 25 ] && [ "$kind" != picture ] && [ "$kind" != exporter ]
}

# find_path FOLDER: sets $modules or $classes to Java's path where the jars are in this folder. The folder in it that has the name of a
# kind holds what only these commands need.
find_path() {
  if uses_modules; then
    modules=$1
    if [ "$kind" = watch ] && [ -d "$1/watch" ]; then
      modules=$1:$1/watch
      options="$options --add-modules org.jline.terminal"
    fi
  else
    classes=
    for part in "$1"/upstart-cli-*.jar "$1/$kind"/*.jar; do
      [ ! -e "$part" ] || classes=${classes:+$classes:}$part
    done
  fi
}

choose_kind() {
  find_command "$@"
  kind=rest
  case $command in
    graph | timeline) kind=picture ;;
    exporter) kind=exporter ;;
    start | stop | restart | reload | status | list | emit | reload-configuration | version | log-priority | get-env | list-env | \
      reset-env | set-env | unset-env | notify-* | list-sessions | health | create | initctl2dot | upstart-create | upstart-reload | --version) kind=ask ;;
  esac
  # what explains, goes on, or runs an Upstart of its own is not done soon
  for word; do
    case $kind:$command:$word in
      *:list:--watch) kind=watch ;;
      ask:*:--help | ask:*:-h | ask:*:--confdir* | ask:*:--host* | ask:*:--transport* | ask:*:--inventory*) kind=rest ;;
    esac
  done
}

# The command is the first word that is no option and no option's argument, unless the program's name is one.
find_command() {
  command=$program
  case $program in
    upstart | upstart4j | initctl) ;;
    *) return ;;
  esac
  before=
  for command; do
    case $before:$command in
      *:--version) return ;;
      *:-*) before=$command ;;
      --inventory:* | --hosts:* | --forks:* | --*timeout:* | --host:* | --transport:* | --confdir:* | --dialect:* | --for:* | --dest:*)
        before= ;;
      *) return ;;
    esac
  done
  command=
}

# What runs on takes little memory: a heap that begins small, grows as far as any other, and gives back what it no longer needs, as
# the C library does once a minute. An archive that stays where it was made for is not copied. A JDK that lacks one of these options
# ignores it.
daemon_options() {
  # Java keeps all classes of an AOT cache in memory, those of the other commands too: 12 MB, for 0.2 s at the start.
  ! uses_modules || archived=no
  collector="-XX:+UseSerialGC -Xms8m -XX:MinHeapFreeRatio=20 -XX:MaxHeapFreeRatio=40 -XX:-ShrinkHeapInSteps"
  options="$options -XX:+IgnoreUnrecognizedVMOptions -XX:TrimNativeHeapInterval=60000"
  options="$options -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0"
}

# What holds for everyone who connects to the exporter: seconds for a request and for an answer, connections, bytes of headers.
server_options() {
  options="$options -Dsun.net.httpserver.maxReqTime=10 -Dsun.net.httpserver.maxRspTime=60 -Dsun.net.httpserver.idleInterval=60"
  options="$options -Djdk.httpserver.maxConnections=100 -Dsun.net.httpserver.maxIdleConnections=20"
  options="$options -Dsun.net.httpserver.maxReqHeaders=50 -Dsun.net.httpserver.maxReqHeaderSize=16384"
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
