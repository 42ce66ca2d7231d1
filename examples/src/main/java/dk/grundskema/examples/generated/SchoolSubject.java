package dk.grundskema.examples.generated;

import static dk.grundskema.examples.generated.SchoolSubject.SubjectArea.CRAFTS;
import static dk.grundskema.examples.generated.SchoolSubject.SubjectArea.HOME;
import static dk.grundskema.examples.generated.SchoolSubject.SubjectArea.LANGUAGES;
import static dk.grundskema.examples.generated.SchoolSubject.SubjectArea.MOVEMENT;
import static dk.grundskema.examples.generated.SchoolSubject.SubjectArea.MUSIC;
import static dk.grundskema.examples.generated.SchoolSubject.SubjectArea.SCIENCE;
import static dk.grundskema.examples.generated.SchoolSubject.SubjectArea.SOCIETY;

/**
 * Subjects of a Danish class with their lessons of 45 minutes a week in each year from 0 to 9. The numbers are realistic but no
 * official rule.
 */
enum SchoolSubject {
    FIRST_YEAR("Børnehaveklasse", HOME, "", false, 18, 0, 0, 0, 0, 0, 0, 0, 0, 0),
    DANISH("Dansk", HOME, "", false, 0, 10, 9, 7, 6, 6, 6, 6, 6, 6),
    CLASS_HOUR("Klassens tid", HOME, "", false, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1),
    SUPPORT("Understøttende undervisning", HOME, "", false, 4, 3, 3, 4, 2, 1, 2, 1, 0, 2),
    RELIGION("Kristendomskundskab", HOME, "", false, 0, 2, 1, 1, 1, 1, 1, 2, 1, 1),
    MATHEMATICS("Matematik", SCIENCE, "", false, 0, 5, 5, 5, 5, 5, 5, 4, 5, 5),
    NATURE("Natur/teknologi", SCIENCE, "", false, 0, 1, 2, 2, 3, 2, 2, 0, 0, 0),
    PHYSICS("Fysik/kemi", SCIENCE, "laboratory", true, 0, 0, 0, 0, 0, 0, 0, 2, 2, 2),
    GEOGRAPHY("Geografi", SOCIETY, "", false, 0, 0, 0, 0, 0, 0, 0, 2, 2, 1),
    BIOLOGY("Biologi", SOCIETY, "", false, 0, 0, 0, 0, 0, 0, 0, 2, 2, 2),
    ENGLISH("Engelsk", LANGUAGES, "", false, 0, 1, 1, 2, 2, 3, 3, 3, 3, 3),
    GERMAN("Tysk", LANGUAGES, "", false, 0, 0, 0, 0, 0, 1, 2, 3, 3, 3),
    HISTORY("Historie", SOCIETY, "", false, 0, 0, 0, 1, 2, 2, 2, 2, 2, 1),
    CIVICS("Samfundsfag", SOCIETY, "", false, 0, 0, 0, 0, 0, 0, 0, 0, 2, 2),
    SPORTS("Idræt", MOVEMENT, "hall", true, 2, 2, 2, 2, 3, 3, 2, 2, 2, 2),
    SINGING("Musik", MUSIC, "music", false, 2, 2, 2, 2, 2, 1, 1, 0, 0, 0),
    ART("Billedkunst", CRAFTS, "art", true, 2, 1, 2, 2, 1, 1, 0, 0, 0, 0),
    CRAFT("Håndværk og design", CRAFTS, "workshop", true, 0, 0, 0, 0, 2, 2, 2, 0, 0, 0),
    COOKING("Madkundskab", CRAFTS, "kitchen", true, 0, 0, 0, 0, 0, 2, 2, 0, 0, 0),
    ELECTIVE("Valgfag", CRAFTS, "", true, 0, 0, 0, 0, 0, 0, 0, 2, 2, 2);

    /** Subjects that one teacher often teaches together. */
    enum SubjectArea {
        HOME,
        SCIENCE,
        LANGUAGES,
        SOCIETY,
        MOVEMENT,
        MUSIC,
        CRAFTS
    }

    private final String danish;
    private final SubjectArea area;
    private final String room;
    private final boolean inDoubles;

    @SuppressWarnings("ImmutableEnumChecker") // the array is never exposed or modified
    private final int[] lessons;

    SchoolSubject(String danish, SubjectArea area, String room, boolean inDoubles, int... lessons) {
        this.danish = danish;
        this.area = area;
        this.room = room;
        this.inDoubles = inDoubles;
        this.lessons = lessons;
    }

    String danishName() {
        return danish;
    }

    SubjectArea area() {
        return area;
    }

    /** Returns the kind of room that it needs; empty means the class's own. */
    String roomKind() {
        return room;
    }

    /** Returns whether two lessons of it are consecutive where there are two. */
    boolean allowsDoubles() {
        return inDoubles;
    }

    int lessons(int year) {
        return lessons[year];
    }

    /** Returns the lessons of a year's week. */
    static int lessonsPerWeek(int year) {
        int sum = 0;
        for (SchoolSubject subject : values()) {
            sum += subject.lessons(year);
        }
        return sum;
    }
}
