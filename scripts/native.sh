#!/usr/bin/env bash
# Publishes the native smoke program and runs it: it calls every entry point of the library, and prints "ok" or what differed.
# "native.sh measure" publishes it for the ordinary runtime too, and prints size and start-up time of both, processor time in brackets.
set -euo pipefail
exec </dev/null
cd "$(dirname "${BASH_SOURCE[0]}")/.."

project=tests/Coalition.Core.AotSmoke
program=Coalition.Core.AotSmoke
native=artifacts/native
ordinary=artifacts/ordinary
runs=21

if (($# > 1)) || [[ ${1:-measure} != measure ]]; then
  printf 'usage: %s [measure]\n' "${0##*/}" >&2
  exit 2
fi

publish() { # folder, properties...
  local folder=$1
  shift
  rm -rf "$folder"
  dotnet publish "$project" --configuration Release --nologo --output "$folder" "$@"
}

# The middle of all runs from start to exit, and of the processor time that they took, which other programs disturb less.
median() { # command...
  local TIMEFORMAT='%R %U %S'
  for ((run = 0; run < runs; run++)); do
    { time "$@" >"$native/output"; } 2>&1
  done | awk '{ print "wall", $1 * 1000; print "cpu", ($2 + $3) * 1000 }' | sort -k1,1 -k2,2n \
    | awk '{ all[$1, ++count[$1]] = $2 } END { middle = int((NR / 2 + 1) / 2); printf "%d ms (%d ms)", all["wall", middle], all["cpu", middle] }'
}

megabytes() { # files...
  du --bytes --total "$@" | awk 'END { printf "%.1f MB", $1 / 1000000 }'
}

# The SDK links with clang unless it is told otherwise.
linker=clang
if ! command -v clang >/dev/null; then
  linker=gcc
  if ! command -v gcc >/dev/null; then
    echo 'A native program needs a C linker: install clang or gcc.' >&2
    exit 1
  fi
fi
publish "$native" -p:CppCompilerAndLinker="$linker"
"$native/$program"

if [[ ${1:-} == measure ]]; then
  publish "$ordinary" -p:PublishAot=false
  "$ordinary/$program"
  printf '\n| | Native | Ordinary runtime |\n|---|--:|--:|\n'
  printf '| size of the program | %s | %s, beside an installed runtime |\n' \
    "$(megabytes "$native/$program")" "$(megabytes "$ordinary/$program" "$ordinary"/*.dll)"
  printf '| read a small model, one verdict | %s | %s |\n' \
    "$(median "$native/$program" verdict)" "$(median "$ordinary/$program" verdict)"
  printf '| every entry point once | %s | %s |\n' \
    "$(median "$native/$program")" "$(median "$ordinary/$program")"
fi
