# shellcheck shell=bash
# Sums what Maven's test runner reported. To be sourced.

# sum_reports FILE...: prints "tests failed skipped seconds" over the reports given.
sum_reports() {
    (($#)) || { echo "0 0 0 0"; return; }
    awk '
        function value(name,    text) {
            if (!match($0, " " name "=\"[^\"]*\"")) return 0
            text = substr($0, RSTART, RLENGTH)
            gsub(/^[^"]*"|"$|,/, "", text)
            return text + 0
        }
        /<testsuite / {
            tests += value("tests"); failed += value("failures") + value("errors")
            skipped += value("skipped"); seconds += value("time")
        }
        END { printf "%d %d %d %.1f\n", tests, failed, skipped, seconds }' "$@"
}

# print_counts FILE...: the line that ./check reads.
print_counts() {
    local tests bad skips _
    read -r tests bad skips _ < <(sum_reports "$@")
    echo "$((tests - bad - skips)) passed, $bad failed, $skips skipped"
}

# errors_of LOG: of what Maven said, the failed tests with their messages and the compiler's errors.
errors_of() {
    awk '
        /^\[ERROR\] (Failures|Errors): *$/ { listing = 1 }
        /^\[ERROR\] Tests run:/ || /^\[INFO\]/ { listing = 0 }
        listing { print; next }
        /^\[ERROR\] *$|\[Help|Re-run Maven|re-run Maven|For more information|<<< (FAILURE|ERROR)!|Tests run:/ { next }
        /^\[ERROR\] (See|After correcting|  mvn <args>)/ { next }
        /^\[ERROR\]/ { print }' "$1" | head -n 120
}
