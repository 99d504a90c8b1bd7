#!/usr/bin/env bash
# Publishes the native smoke program and runs it: it calls every entry point of the library, and prints "ok" or what differed.
# "native.sh measure" publishes it for the ordinary runtime too, and prints size and start-up time of both.
set -euo pipefail
exec </dev/null
cd "$(dirname "${BASH_SOURCE[0]}")/.."

project=tests/Coalition.Core.AotSmoke
program=Coalition.Core.AotSmoke
native=artifacts/native
ordinary=artifacts/ordinary
runs=21

publish() { # folder, properties...
  local folder=$1
  shift
  rm -rf "$folder"
  dotnet publish "$project" --configuration Release --nologo --output "$folder" "$@"
}

median() { # command...: milliseconds of the middle of all runs
  local start
  for ((run = 0; run < runs; run++)); do
    start=${EPOCHREALTIME/./}
    "$@" >"$native/output"
    echo $((${EPOCHREALTIME/./} - start))
  done | sort -n | awk '{ all[NR] = $1 } END { printf "%.0f ms", all[int((NR + 1) / 2)] / 1000 }'
}

megabytes() { # files...
  du --bytes --total "$@" | awk 'END { printf "%.1f MB", $1 / 1000000 }'
}

# The SDK links with clang unless it is told otherwise.
linker=clang
command -v clang >/dev/null || linker=gcc
publish "$native" -p:CppCompilerAndLinker="$linker"
"$native/$program"

if [[ ${1:-} == measure ]]; then
  publish "$ordinary" -p:PublishAot=false
  "$ordinary/$program"
  printf '\n| | Native | Ordinary runtime |\n|---|--:|--:|\n'
  printf '| size of the program | %s | %s, beside an installed runtime |\n' \
    "$(megabytes "$native/$program")" "$(megabytes "$ordinary/$program" "$ordinary"/*.dll)"
  printf '| from start to exit: read a small model, one verdict | %s | %s |\n' \
    "$(median "$native/$program" verdict)" "$(median "$ordinary/$program" verdict)"
  printf '| from start to exit: every entry point once | %s | %s |\n' \
    "$(median "$native/$program")" "$(median "$ordinary/$program")"
fi
