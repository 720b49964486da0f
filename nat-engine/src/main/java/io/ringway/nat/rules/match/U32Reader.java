package io.ringway.nat.rules.match;

import io.ringway.nat.rules.extension.Refusal;
import io.ringway.nat.rules.extension.ToolNumber;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads what {@code --u32} takes, and refuses with the places that the tool names (libxt_u32.c:u32_parse()). */
final class U32Reader {
    /** Of tests, of numbers in a location and of ranges. */
    private static final int MAX_PARTS = 10;

    private static final long MAX_NUMBER = 0xffff_ffffL;

    private final String text;
    private final List<U32Condition> tests = new ArrayList<>();
    private final char[] operators = new char[MAX_PARTS];
    private final long[] numbers = new long[MAX_PARTS];
    private final long[] ranges = new long[2 * MAX_PARTS];
    private int locations;
    private int values;
    private boolean readingValues;
    private int at;

    U32Reader(String text) {
        this.text = text;
    }

    U32Condition[] read() {
        for (skipBlanks(); at < text.length(); skipBlanks()) {
            if (!readingValues) {
                readLocation();
            } else if (peek() == '&') {
                readAnd();
            } else {
                readValue();
            }
        }
        if (!readingValues) {
            throw Refusal.parameter("u32: abrupt end of input after location specifier");
        }
        if (values == 0) {
            throw Refusal.parameter("u32: test ended with no value specified");
        }
        endTest();
        if (tests.size() > MAX_PARTS) {
            throw wrong("too many \"&&\"s");
        }
        return tests.toArray(new U32Condition[0]);
    }

    private void readLocation() {
        if (peek() == '=') {
            if (locations == 0) {
                throw wrong("location spec missing");
            }
            at++;
            readingValues = true;
            return;
        }
        char operator = locations == 0 ? 0 : readOperator();
        long number = readNumber();
        if (locations == MAX_PARTS) {
            throw wrong("too many operators");
        }
        operators[locations] = operator;
        numbers[locations++] = number;
    }

    private char readOperator() {
        char operator = peek();
        if (operator == '<' || operator == '>') {
            at++;
            if (peek() != operator) {
                throw wrong("a second '" + operator + "' was expected");
            }
        } else if (operator != '&' && operator != '@') {
            throw wrong("operator expected");
        }
        at++;
        return operator;
    }

    private void readAnd() {
        at++;
        if (peek() != '&') {
            throw wrong("a second '&' was expected");
        }
        if (values == 0) {
            throw wrong("value spec missing");
        }
        endTest();
        if (tests.size() > MAX_PARTS) {
            throw wrong("too many \"&&\"s");
        }
        at++;
    }

    private void endTest() {
        tests.add(new U32Condition(
                Arrays.copyOf(operators, locations),
                Arrays.copyOf(numbers, locations),
                Arrays.copyOf(ranges, 2 * values)));
        locations = 0;
        values = 0;
        readingValues = false;
    }

    private void readValue() {
        if (values > 0) {
            if (peek() != ',') {
                throw wrong("expected \",\" or \"&&\"");
            }
            at++;
        }
        long min = readNumber();
        long max = min;
        skipBlanks();
        if (peek() == ':') {
            at++;
            max = readNumber();
        }
        if (values == MAX_PARTS) {
            throw wrong("too many \",\"s");
        }
        ranges[2 * values] = min;
        ranges[2 * values + 1] = max;
        values++;
    }

    private long readNumber() {
        String rest = text.substring(at);
        int end = ToolNumber.end(rest);
        long number = ToolNumber.parsePrefix(rest, end, MAX_NUMBER);
        if (number < 0) {
            throw wrong("not a number or out of range");
        }
        at += end;
        return number;
    }

    private void skipBlanks() {
        while (" \t\n\u000b\f\r".indexOf(peek()) >= 0) {
            at++;
        }
    }

    /** The next character, or 0 at the end. */
    private char peek() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    private Refusal wrong(String what) {
        return Refusal.parameter("u32: at char " + at + ": " + what);
    }
}
