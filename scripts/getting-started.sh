#!/usr/bin/env bash
# Follows docs/getting-started.md to the letter, as a newcomer would: saves its files, runs its commands, compares what they print.
# Works in a clone in a temporary folder, since the page makes folders beside it: the library is that of the last commit, the page as it is here.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

if (($# > 0)); then
  printf 'usage: %s\n' "${0##*/}" >&2
  exit 2
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
git clone --quiet --no-hardlinks . "$work/repository"
page=$PWD/docs/getting-started.md

# Turns the page into a script: each block by what stands behind its fence.
awk '
  /^```/ && !inside { inside = 1; info = substr($0, 4)
    if (info == "sh") next
    file = info == "csharp" ? "Program.cs" : info == "text" ? "expected.txt" : info; sub(/^(json|xml) /, "", file)
    printf "cat >%s <<\047END-OF-BLOCK\047\n", file; next }
  /^```/ { inside = 0
    if (info != "sh") print "END-OF-BLOCK"
    if (info == "text") print "diff expected.txt printed.txt && echo \"printed what the page shows\""
    next }
  inside { print info == "sh" && $0 == "dotnet run" ? "dotnet run >printed.txt" : $0 }
' "$page" >"$work/steps.sh"

cd "$work/repository"
bash -euo pipefail "$work/steps.sh"
