package dk.grundskema.api.web.app.camp;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A step of the guide with a page of its own, in the order in which a camp is made. */
public enum CampStep {
    /** When it is, and whether everybody sleeps there. */
    DATES,
    /** What each kind of day consists of, and which days are of which kind. */
    DAYS,
    /** The teams of students, and who is on duty. */
    TEAMS,
    /** What is taught, and how much of it. */
    SUBJECTS,
    /** What it asks of everybody, and what is wished. */
    RULES;

    /** Its word in addresses and texts. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The step of that word. */
    public static Optional<CampStep> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }

    /** The step that comes after it; empty after the last. */
    public Optional<CampStep> next() {
        return Arrays.stream(values())
                .filter(one -> one.ordinal() == ordinal() + 1)
                .findFirst();
    }
}
