#!/usr/bin/env bash
# Installs Chromium for the tests in a browser where it is missing, and prints its path. CHROMIUM names another.
set -euo pipefail
exec </dev/null

for candidate in "${CHROMIUM:-}" chromium chromium-browser google-chrome-stable google-chrome; do
  if [[ -n $candidate ]] && found=$(command -v "$candidate"); then
    printf '%s\n' "$found"
    exit 0
  fi
done

if ((EUID != 0)) || ! command -v apt-get >/dev/null; then
  echo 'The tests in a browser need Chromium or Chrome: install one, or name it in the variable CHROMIUM.' >&2
  exit 1
fi
{
  apt-get update --quiet
  DEBIAN_FRONTEND=noninteractive apt-get install --yes --quiet --no-install-recommends chromium fonts-dejavu-core
} >&2
command -v chromium
