# Shared by the commands in this folder, which source it: starts the Java that is beside them.
# Needs $program and $bin (this folder); defines launch.

home=${bin%/*}
major=25
. "$bin/options.sh"

# launch MAIN_CLASS [ARGUMENT...]
launch() {
  ensure_utf8
  main=$1
  shift
  choose_options "$@"
  open_home
  find_path "$lib"
  if uses_modules; then
    set -- -cp "" -p "$modules" -m "org.upstart4j.cli/$main" "$@"
  else
    set -- -cp "$classes" "$main" "$@"
  fi
  [ "$archived" = no ] || set -- -XX:AOTCache="$home/cache/$kind.aot" "$@"
  # shellcheck disable=SC2086 # several options
  exec "$home/runtime/bin/java" $options -Dorg.newsclub.net.unix.library.override="$home/lib/libjunixsocket.so" "$@"
}

# A cache holds for modules at the path where they were when it was made. This one is the same wherever the folder is.
open_home() {
  exec 9<"$home"
  lib=/proc/self/fd/9/lib
  [ -e "$lib" ] || lib=$home/lib
}
