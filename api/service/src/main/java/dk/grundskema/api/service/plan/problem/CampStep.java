package dk.grundskema.api.service.plan.problem;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A step of the camp guide with a page of its own, in order. */
public enum CampStep {
    /** Dates, and whether everybody sleeps there. */
    DATES,
    /** Contents of each kind of day, and the kind of each day. */
    DAYS,
    /** Teams of students, and staff on duty. */
    TEAMS,
    /** Subjects and their amounts. */
    SUBJECTS,
    /** Limits for everybody, and wishes. */
    RULES;

    /** Returns the name of the step in addresses and text keys. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the step with this name; empty if there is none. */
    public static Optional<CampStep> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }

    /** Returns the next step; empty after the last. */
    public Optional<CampStep> next() {
        return Arrays.stream(values())
                .filter(one -> one.ordinal() == ordinal() + 1)
                .findFirst();
    }
}
