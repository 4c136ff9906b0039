#!/usr/bin/env bash
# Measures sweeps, on a machine that does nothing else, and prints tables in Markdown.
# Usage: benchmark.sh [PARTICIPANTS [ROUNDS]]
set -euo pipefail
cd "$(dirname "$0")/.."
mvn -B -q verify -pl sample-batch -am -Dit.test=SweepBenchmark -Dtest=none \
	-Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false \
	-Dsweeps.participants="${1:-4000}" -Dsweeps.rounds="${2:-5}"
sed -n 's/^benchmark: //p' sample-batch/target/failsafe-reports/*SweepBenchmark-output.txt
