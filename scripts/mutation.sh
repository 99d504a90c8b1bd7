#!/usr/bin/env bash
# Changes the library in small ways, one at a time, and counts the changes that no test notices: mutation.sh [AREA...]
# An area is a folder of src/Coalition.Core: Approvals, Requirements, Sufficiency, Analysis; all four unless given. Fails below 95 %.
# The seeds are fixed, so that the score is stable. Hours for all; reports lie in artifacts/mutation/AREA.
set -euo pipefail
exec </dev/null
cd "$(dirname "${BASH_SOURCE[0]}")/.."

all=(Requirements Approvals Sufficiency Analysis)
areas=("$@")
(($#)) || areas=("${all[@]}")
for area in "${areas[@]}"; do
  if [[ " ${all[*]} " != *" $area "* ]]; then
    printf 'usage: %s [AREA...], an AREA of: %s\n' "${0##*/}" "${all[*]}" >&2
    exit 2
  fi
done

# Few cases of each property: a mutant that the examples let pass is mostly noticed by the first that are drawn.
export COALITION_CASES=${COALITION_CASES:-3}
output=$PWD/artifacts/mutation
dotnet tool restore --verbosity quiet
status=0
cd tests/Coalition.Core.Tests
for area in "${areas[@]}"; do
  printf '\n== %s\n' "$area"
  dotnet stryker --concurrency "$(nproc)" --mutate "**/$area/**/*.cs" --output "$output/$area" || status=$?
done
exit "$status"
