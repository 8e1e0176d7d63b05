# Makes a machine of its own, of which all that is written is forgotten, and becomes its process 1.
# Arguments: a folder that stays the same within, one for layers, how many folders follow that stay, these, the command.
set -eu
shared=$1
layers=$2
kept=$3
shift 3

mount --make-rprivate /
mount -t tmpfs none "$layers"
mkdir "$layers/upper" "$layers/work" "$layers/root"
root=$layers/root
mount -t overlay overlay -o "lowerdir=/,upperdir=$layers/upper,workdir=$layers/work" "$root"
for folder in /run /tmp /dev; do
  mount -t tmpfs none "$root$folder"
done
mount -t proc proc "$root/proc"
for device in null zero full random urandom tty; do
  true >"$root/dev/$device"
  mount --bind "/dev/$device" "$root/dev/$device"
done
ln -s /proc/self/fd "$root/dev/fd"
mkdir -p "$root/dev/shm" "$root$shared"
chmod 1777 "$root/dev/shm" "$root/tmp"
mount --bind "$shared" "$root$shared"
while [ "$kept" -gt 0 ]; do
  mkdir -p "$root$1"
  mount --bind "$1" "$root$1"
  kept=$((kept - 1))
  shift
done
ip link set lo up
exec chroot "$root" "$@"
