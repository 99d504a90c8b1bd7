#!/usr/bin/env bash
# Fuzzes a target, or all side by side, for so many seconds each: guided by coverage, from the seeds and what earlier runs have kept.
# Prints what was run and found, and fails if an input breaks a rule. All of it lies in artifacts/fuzz, which git ignores.
set -euo pipefail
exec </dev/null
cd "$(dirname "${BASH_SOURCE[0]}")/.."

targets=(model evaluate catalogue edit-model edit-catalogue)
names=$(IFS='|'; printf %s "${targets[*]}")
if [[ ${1:-} != all ]]; then
  [[ " ${targets[*]} " == *" ${1:-none} "* ]] && targets=("$1") || set --
fi
if ! [[ ${2:-} =~ ^[1-9][0-9]{0,6}$ ]]; then
  printf 'usage: %s %s|all SECONDS\n' "${0##*/}" "$names" >&2
  exit 2
fi
seconds=$2

for tool in afl-fuzz dotnet; do
  if ! command -v "$tool" >/dev/null; then
    printf '%s is missing. afl-fuzz is in the package afl++ of Debian and its kin: apt-get install afl++\n' "$tool" >&2
    exit 3
  fi
done

project=tests/Coalition.Core.Fuzz
work="$PWD/artifacts/fuzz"
plain="$work/plain"               # as built, to replay inputs on
instrumented="$work/instrumented" # the same with a library that reports its branches

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
# Steady: no second compilation by profile, no collector beside the program; and what takes more than 768 MiB for 16 KiB of input is a find.
export DOTNET_TieredPGO=0 DOTNET_gcConcurrent=0 DOTNET_GCHeapHardLimit=0x30000000
# A program that is not compiled by afl; crashes come as an answer, not as a core file; no wish as to processors or their speed.
export AFL_SKIP_BIN_CHECK=1 AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES=1 AFL_SKIP_CPUFREQ=1 AFL_NO_AFFINITY=1 AFL_NO_UI=1 AFL_FAST_CAL=1
export AFL_FORKSRV_INIT_TMOUT=60000
slow=10000 # milliseconds for one input: generous, since the machine may be busy

build() {
  dotnet tool restore >/dev/null
  dotnet build "$project" --configuration Release --verbosity quiet --nologo
  rm -rf "$plain" "$instrumented"
  mkdir -p "$work"
  cp -r "$project/bin/Release/net10.0" "$plain"
  cp -r "$plain" "$instrumented"
  dotnet sharpfuzz "$instrumented/Coalition.Core.dll"
  # The tool tells of a failure by words only.
  ! cmp --silent "$plain/Coalition.Core.dll" "$instrumented/Coalition.Core.dll"
}

seeds() { # target: the folders that hold its seeds
  case $1 in
    model | catalogue) printf '%s\n' "$project/Corpus/$1" "$project/Corpus/malformed-$1" ;;
    evaluate) printf '%s\n' "$project/Corpus/model" ;;
    *) printf '%s\n' "$project/Corpus/edit" ;;
  esac
}

keep() { # folder files...: copies files under a name that follows from their bytes
  local folder=$1 file
  shift
  mkdir -p "$folder"
  for file in "$@"; do
    [[ -f $file ]] && cp "$file" "$folder/$(sha1sum <"$file" | cut -c1-16)"
  done
  return 0
}

replay() { # target files...
  local target=$1
  shift
  timeout 60 dotnet "$plain/Coalition.Core.Fuzz.dll" "$target" "$@"
}

start() { # target
  local folder="$work/$1" from
  rm -rf "$folder/in" "$folder/out"
  mkdir -p "$folder/in"
  while read -r from; do cp "$from"/* "$folder/in/"; done < <(seeds "$1")
  [[ -d $folder/corpus ]] && cp "$folder/corpus"/* "$folder/in/"
  exec afl-fuzz -i "$folder/in" -o "$folder/out" -V "$seconds" -t "$slow" -m none -G 16384 -x "$project/coalition.dict" -- \
    dotnet "$instrumented/Coalition.Core.Fuzz.dll" "$1" >"$folder/log" 2>&1
}

stat() { # target name
  sed -n "s/^$2 *: //p" "$work/$1/out/default/fuzzer_stats"
}

# What was run, and each input that a replay confirms as a find.
report() { # target
  local folder="$work/$1" out="$work/$1/out/default" file finds=0 valid
  if [[ ! -f $out/fuzzer_stats ]]; then
    printf '\n%s: did not run; the end of %s:\n' "$1" "$folder/log"
    tail -n 20 "$folder/log"
    return 1
  fi
  keep "$folder/corpus" "$out"/queue/id:*
  keep "$folder/finds" "$out"/crashes/id:* "$out"/hangs/id:*
  # In several processes, since a corpus may be longer than a command line.
  find "$folder/corpus" -type f -print0 | xargs -0 -n 2000 dotnet "$plain/Coalition.Core.Fuzz.dll" "$1" >"$folder/replay" || true
  valid=$(sed -n 's/^[0-9]* inputs of .*: \([0-9]*\) valid.*/\1/p' "$folder/replay" | awk '{ sum += $1 } END { print sum + 0 }')
  printf '\n%s: %s executions in %s s (%s a second), %s paths (%s of them new), %s of the map, %s crashes, %s hangs\n' \
    "$1" "$(stat "$1" execs_done)" "$(stat "$1" run_time)" "$(stat "$1" execs_per_sec)" "$(stat "$1" corpus_count)" "$(stat "$1" corpus_found)" \
    "$(stat "$1" bitmap_cvg)" "$(stat "$1" saved_crashes)" "$(stat "$1" saved_hangs)"
  printf 'replayed: %s of %s kept inputs are valid; ' "$valid" "$(find "$folder/corpus" -type f | wc -l)"
  grep '^the slowest took' "$folder/replay" | sort -k4 -n | tail -n 1
  for file in "$folder/finds"/*; do
    [[ -f $file ]] || continue
    # What no longer fails has been mended, or was slow only since the machine was busy.
    if replay "$1" "$file" >"$folder/replay" 2>&1; then
      keep "$folder/passed" "$file"
      rm "$file"
    else
      finds=$((finds + 1))
      printf 'FOUND: %s\n  %s\n' "$file" "$(sed -n 2p "$folder/replay")"
    fi
  done
  return $((finds > 0))
}

build
for target in "${targets[@]}"; do
  seeds "$target" | while read -r folder; do replay "$target" "$folder"/*; done
done

pids=()
for target in "${targets[@]}"; do
  start "$target" &
  pids+=($!)
done
trap 'kill "${pids[@]}" 2>/dev/null || true' INT TERM
wait "${pids[@]}" || true
wait

status=0
for target in "${targets[@]}"; do
  report "$target" || status=1
done
printf '\nInputs: %s/TARGET/corpus, finds: %s/TARGET/finds\n' "$work" "$work"
exit "$status"
