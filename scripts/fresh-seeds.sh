#!/usr/bin/env bash
# Runs the property tests with fresh random seeds for so many seconds (60 unless given), and says how to replay a failure.
# COALITION_CASES, in percent, multiplies the cases of each run.
set -euo pipefail
exec </dev/null
cd "$(dirname "${BASH_SOURCE[0]}")/.."

seconds=${1:-60}
if ! [[ $seconds =~ ^[1-9][0-9]{0,5}$ ]]; then
  printf 'usage: %s [seconds]\n' "${0##*/}" >&2
  exit 2
fi

project=tests/Coalition.Core.Tests
filter='FullyQualifiedName~Coalition.Tests.Properties|FullyQualifiedName~Coalition.Tests.Oracle|FullyQualifiedName~Coalition.Tests.Analysis'
export COALITION_CASES=${COALITION_CASES:-100}

dotnet build "$project" --configuration Release --verbosity quiet --nologo

output=$(mktemp)
trap 'rm -f "$output"' EXIT
runs=0
# The build does not count: at least one seed is drawn, however long it took.
SECONDS=0
until ((SECONDS >= seconds)); do
  seed=$(od -An -N4 -tu4 /dev/urandom | tr -d ' ')
  seed=$((seed % 2000000000))
  if ! COALITION_SEED=$seed dotnet test "$project" --configuration Release --no-build --nologo --filter "$filter" >"$output" 2>&1; then
    cat "$output"
    printf '\nFailed with the seed %s. To replay:\n' "$seed"
    printf "  COALITION_SEED=%s COALITION_CASES=%s dotnet test %s --configuration Release --filter '%s'\n" "$seed" "$COALITION_CASES" "$project" "$filter"
    exit 1
  fi
  runs=$((runs + 1))
  printf 'seed %s: passed\n' "$seed"
done
printf '%s runs passed in %s s\n' "$runs" "$SECONDS"
