#!/usr/bin/env bash
# Starts Debian's llama.cpp server with a tiny random model, for the wire suite (wire.live.test.ts). Run as root:
#
#     test/wire/llama-server.sh FOLDER PORT
#
# Stable Debian has no llama.cpp, so its packages of the suite `sid` are unpacked into FOLDER and run there in a chroot: the server
# looks for its backends at absolute paths, and nothing is installed. Packages come from the mirror the machine already uses.
set -euo pipefail

folder=$(realpath -m "$1")
port=$2
here=$(dirname "$(realpath "$0")")
root=$folder/root

if [ ! -x "$root/usr/bin/llama-server" ]; then
  mkdir -p "$folder"/apt/{lists/partial,cache/archives/partial} "$root"
  : >"$folder/apt/status"
  # The one or the other file is missing, which is no failure.
  mirror=$({ cat /etc/apt/sources.list.d/debian.sources /etc/apt/sources.list 2>/dev/null || true; } |
    sed -n 's/^URIs: *//p; s/^deb \(\[[^]]*\] \)\?\([^ ]*\).*/\2/p' | head -n 1)
  echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror sid main" >"$folder/apt/sources.list"
  cat >"$folder/apt/apt.conf" <<EOF
Dir::State "$folder/apt";
Dir::State::Lists "$folder/apt/lists";
Dir::State::Status "$folder/apt/status";
Dir::Cache "$folder/apt/cache";
Dir::Etc::SourceList "$folder/apt/sources.list";
Dir::Etc::SourceParts "-";
EOF
  export APT_CONFIG=$folder/apt/apt.conf
  apt-get -q update
  apt-get -qy --no-install-recommends --download-only install llama.cpp-tools
  for package in "$folder"/apt/cache/archives/*.deb; do dpkg-deb -x "$package" "$root"; done
  for name in bin lib lib64 sbin; do ln -sfn "usr/$name" "$root/$name"; done
  mkdir -p "$root"/{models,tmp}
fi

"$here/../../node_modules/.bin/node" "$here/write-tiny-gguf.ts" "$root/models/tiny.gguf"
exec chroot "$root" /usr/bin/llama-server -m /models/tiny.gguf --jinja -np 2 -c 4096 --host 127.0.0.1 --port "$port"
