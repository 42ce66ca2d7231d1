package dk.grundskema.plugins.coteaching;

import java.util.Locale;

/** Subjects as timetables write them: people don't mind capitals and blanks. */
final class Subjects {
    private Subjects() {}

    static boolean same(String one, String other) {
        return plain(one).equals(plain(other));
    }

    static String plain(String subject) {
        return subject.strip().toLowerCase(Locale.ROOT);
    }
}
