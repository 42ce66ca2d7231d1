package dk.grundskema.examples.generated;

import static dk.grundskema.examples.generated.Subject.Area.CRAFTS;
import static dk.grundskema.examples.generated.Subject.Area.HOME;
import static dk.grundskema.examples.generated.Subject.Area.LANGUAGES;
import static dk.grundskema.examples.generated.Subject.Area.MOVEMENT;
import static dk.grundskema.examples.generated.Subject.Area.MUSIC;
import static dk.grundskema.examples.generated.Subject.Area.SCIENCE;
import static dk.grundskema.examples.generated.Subject.Area.SOCIETY;

/** What a Danish class is taught, with lessons of 45 minutes a week in each year from 0 to 9: believable, and nobody's rule. */
enum Subject {
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

    /** Subjects that one teacher often has together. */
    enum Area {
        HOME,
        SCIENCE,
        LANGUAGES,
        SOCIETY,
        MOVEMENT,
        MUSIC,
        CRAFTS
    }

    private final String danish;
    private final Area area;
    private final String room;
    private final boolean inDoubles;

    @SuppressWarnings("ImmutableEnumChecker") // nobody is given the array, and nobody here changes it
    private final int[] lessons;

    Subject(String danish, Area area, String room, boolean inDoubles, int... lessons) {
        this.danish = danish;
        this.area = area;
        this.room = room;
        this.inDoubles = inDoubles;
        this.lessons = lessons;
    }

    String danish() {
        return danish;
    }

    Area area() {
        return area;
    }

    /** Kind of room that it needs; empty means the class's own. */
    String room() {
        return room;
    }

    /** Whether two lessons of it follow each other where there are two. */
    boolean isInDoubles() {
        return inDoubles;
    }

    int lessons(int year) {
        return lessons[year];
    }

    /** Lessons of a year's week. */
    static int week(int year) {
        int sum = 0;
        for (Subject subject : values()) {
            sum += subject.lessons(year);
        }
        return sum;
    }
}
