#!/usr/bin/env bash
# Changes the library in small ways, one at a time, and counts the changes that no test notices: mutation.sh [AREA...]
# An area is a folder of src/Coalition.Core, or a file in one: Approvals, Requirements, Sufficiency, Analysis; all four unless given. Fails below 95 %.
# dotnet-stryker makes the changes and compiles them; tests/Coalition.Core.Mutants runs the tests, many changes in one process.
# The seeds are fixed, so that the score is stable. What survived is listed in artifacts/mutation/AREA.txt.
set -euo pipefail
exec </dev/null
cd "$(dirname "${BASH_SOURCE[0]}")/.."

all=(Requirements Approvals Sufficiency Analysis)
areas=("$@")
(($#)) || areas=("${all[@]}")
for area in "${areas[@]}"; do
  if [[ " ${all[*]} " != *" ${area%%/*} "* || ! -e src/Coalition.Core/$area ]]; then
    printf 'usage: %s [AREA...], an AREA or a file in one, of: %s\n' "${0##*/}" "${all[*]}" >&2
    exit 2
  fi
done

# Few cases of each property: a mutant that the examples let pass is mostly noticed by the first that are drawn.
export COALITION_CASES=${COALITION_CASES:-3}
output=$PWD/artifacts/mutation
built=tests/Coalition.Core.Tests/bin/Release/net10.0
rm -rf "$output"
mkdir -p "$output"
dotnet tool restore --verbosity quiet

# Mutants of the first character of a file are none: all are compiled, and none is tested by Stryker itself.
(cd tests/Coalition.Core.Tests && dotnet stryker --mutate '**/*.cs{0..1}' --output "$output")
cp -r "$built" "$output/tests"
mv "$built/Coalition.Core.dll.stryker-unchanged" "$built/Coalition.Core.dll"

dotnet run --project tests/Coalition.Core.Mutants --configuration Release -- \
  "$output/tests/Coalition.Core.Tests.dll" "$output/reports/mutation-report.json" "$output" "${areas[@]}"
