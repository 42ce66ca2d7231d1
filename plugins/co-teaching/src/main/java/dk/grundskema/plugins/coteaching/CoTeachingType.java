package dk.grundskema.plugins.coteaching;

import java.util.Locale;

/** What kind of co-teaching a class gets. Source: guide to school-supporting interventions, part A; KL: Fløng. */
public enum CoTeachingType {
    /** A trained teacher shares preparation and teaching; the guide asks for 10.5 lessons a week and class. */
    TYPE_1(10.5),
    /** A resource person is there, with less preparation; the guide asks for 14.5 lessons a week and class. */
    TYPE_2(14.5),
    /** Two adults in every lesson, as in a resource class. Source: KL, Fløng. */
    TWO_ALWAYS(0);

    private final double guideLessons;

    CoTeachingType(double guideLessons) {
        this.guideLessons = guideLessons;
    }

    /** Returns the lessons of 45 minutes a week and class that the guide asks for; 0 where every lesson is required. */
    double guideLessons() {
        return guideLessons;
    }

    /** Returns the scheme as used in keys of texts: {@code type-1}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
