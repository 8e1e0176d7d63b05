# Shared by the scripts in this folder, which source it. Maven sets PACKAGE_VERSION, PACKAGE_TIME, PACKAGE_JDK,
# PACKAGE_MAINTAINER and RUNNING_JDK.

packaging=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=${packaging%/*}
target=$packaging/target
image=$target/image/upstart4j
libraries=$root/upstart-cli/target/lib
version=${PACKAGE_VERSION:?is not set: run ./mvnw -Ppackage package}
# Every file has this time: so a package depends on its content alone.
SOURCE_DATE_EPOCH=$(date -u -d "${PACKAGE_TIME:?is not set: run ./mvnw -Ppackage package}" +%s)
export SOURCE_DATE_EPOCH LC_ALL=C.UTF-8 TZ=UTC
umask 022

die() {
  echo "packaging: $1" >&2
  exit 1
}

need() {
  for program in "$@"; do
    command -v "$program" >/dev/null || die "the program $program is missing; install it"
  done
}

# copy_jars FOLDER: all libraries, those that only some commands need in folders of their own
copy_jars() {
  local folder
  for folder in "" /picture /watch /exporter; do
    mkdir -p "$1$folder"
    cp "$libraries$folder"/*.jar "$1$folder"
  done
}

# set_times FOLDER
set_times() {
  find "$1" -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +
}

# compress FILE: the same bytes on each machine
compress() {
  gzip -9n "$1"
}
