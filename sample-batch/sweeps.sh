#!/usr/bin/env bash
# Kills, freezes and restarts the processes of larger exports, on H2 and on PostgreSQL.
# Usage: sweeps.sh [PARTICIPANTS]
set -euo pipefail
cd "$(dirname "$0")/.."
mvn -B verify -pl sample-batch -am -Dtest.excluded=none -Dsweeps.participants="${1:-3000}" \
	-Dtest=none -Dsurefire.failIfNoSpecifiedTests=false
