# machine.sh STAGE CONTENTS UNITS CONFIGURATION CONSOLE ROOT SYSTEMD TARGET...: becomes a systemd with
# that CONFIGURATION that has UNITS and, of its own units, the TARGETs. What is in CONTENTS is at
# STAGE. ROOT is another root directory, or empty.
set -e
stage=$1
contents=$2
units=$3
configuration=$4
console=$5
root=$6
systemd=$7
shift 7

mount --make-rprivate /
if [ -n "$root" ]; then
  mount --bind "$root" "$root"
  mount -t proc proc "$root/proc"
  mount -t sysfs sysfs "$root/sys"
  mount -t tmpfs -o mode=755 tmpfs "$root/dev"
  for device in null zero full random urandom tty; do
    : > "$root/dev/$device"
    mount --bind "/dev/$device" "$root/dev/$device"
  done
  mkdir "$root/dev/pts" "$root/dev/shm"
  : > "$root/dev/console"
  mount -t tmpfs -o mode=1777 tmpfs "$root/tmp"
  mkdir -p "$root$stage"
else
  umount -R /sys/fs/cgroup
fi
mount -t cgroup2 cgroup2 "$root/sys/fs/cgroup"
mount --bind "$contents" "$root$stage"
mount --bind "$console" "$root/dev/console"

own=$root/run/prove
mount -t tmpfs -o mode=755 tmpfs "$root/run"
mkdir -p "$root/run/lock" "$root/run/systemd/system" "$own/targets" "$own/none"
cp "$configuration" "$own/system.conf"
echo 7570737461727434612d70726f6f6673 > "$own/machine-id"
for folder in "$root/usr/lib/systemd/system" "$root/lib/systemd/system"; do
  for target in "$@"; do
    [ ! -e "$folder/$target.target" ] || cp "$folder/$target.target" "$own/targets"
  done
done

# nothing of what this machine is set up to do, and nothing that changes it
cover() {
  [ ! -e "$root$2" ] || mount --bind "$1" "$root$2"
}
for folder in /usr/lib/systemd /lib/systemd /usr/local/lib/systemd /etc/systemd; do
  cover "$own/none" "$folder/system"
  cover "$own/none" "$folder/system-generators"
  cover "$own/none" "$folder/system-environment-generators"
  cover "$own/none" "$folder/system-preset"
  cover "$own/none" "$folder/system.conf.d"
  cover "$own/system.conf" "$folder/system.conf"
done
cover "$own/targets" /usr/lib/systemd/system
[ -L "$root/lib" ] || cover "$own/targets" /lib/systemd/system
cover "$units" /etc/systemd/system
cover "$own/machine-id" /etc/machine-id
mount -t tmpfs -o mode=755 tmpfs "$root/var/log"
mkdir "$root/var/log/upstart"

if [ -n "$root" ]; then
  cd "$root"
  pivot_root . . # the old root is then on top of the new one
  umount -l .
fi
exec env -i container=upstart4j LANG=C.UTF-8 TERM=linux \
  PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
  "$systemd" --system --unit=upstart4j-idle.target --log-target=console --log-level=info \
  --show-status=no
