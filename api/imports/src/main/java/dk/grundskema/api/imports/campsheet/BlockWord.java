package dk.grundskema.api.imports.campsheet;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What words in the cells of a base timetable mean, in Danish and English. The first constant that matches a cell counts. */
enum BlockWord {
    HANDOVER(
            "HANDOVER",
            "handover",
            "overlevering|vagtskifte|personalem(?:ø|oe)de|teamm(?:ø|oe)de|handover|staff meeting"),
    DUTY_NIGHT("NIGHT", "night", "nat|nattevagt|nattero|natvagt|sovetid|sove|s(?:ø|oe)vn|night(?: duty| watch)?|sleep"),
    BEDTIME("RITUAL", "bedtime", "godnat|sengetid|g(?:å|aa) i seng|putning|ro på gangen|bedtime|good night"),
    MODULE("MODULE", "module", "modul|lektion|undervisning|faglig tid|module|lesson|class"),
    BREAKFAST("MEAL", "breakfast", "morgenmad|breakfast"),
    LUNCH("MEAL", "lunch", "frokost|middagsmad|lunch"),
    DINNER("MEAL", "dinner", "aftensmad|aftenmad|middag|dinner|supper"),
    SNACK("MEAL", "snack", "eftermiddagsmad|formiddagsmad|mellemm(?:å|aa)ltid|frugt|kaffe|kage|snack|fruit|brunch"),
    WAKE_UP("WAKE_UP", "wake-up", "v(?:æ|ae)kning|morgenv(?:æ|ae)kning|st(?:å|aa) op|wake[- ]?up"),
    ARRIVAL("ARRIVAL", "arrival", "ankomst|indkvartering|arrival"),
    DEPARTURE("DEPARTURE", "departure", "hjemrejse|afrejse|afgang|pakning|pakke|departure|packing"),
    MOVEMENT(
            "MOVEMENT",
            "movement",
            "morgenl(?:ø|oe)b|l(?:ø|oe)b|morgengymnastik|morgenmotion|gymnastik|idr(?:æ|ae)t|sport|bev(?:æ|ae)gelse|motion|g(?:å|aa)tur|morning run|run|movement|exercise|walk"),
    ASSEMBLY(
            "RITUAL",
            "assembly",
            "morgensamling|f(?:æ|ae)llessamling|samling|morgensang|godmorgen|velkomst|afslutning|farvel|ugens afslutning|assembly|welcome|farewell|goodbye|closing"),
    QUIET_HOUR(
            "QUIET_HOUR",
            "quiet-hour",
            "stilletime|stille time|stillestund|stille tid|lektier|lektiel(?:æ|ae)sning|lektiecaf(?:é|e)|logbog|elevsamtaler|hvile|quiet hour|quiet time|homework|logbook"),
    CLEANING("CLEANING", "cleaning", "reng(?:ø|oe)ring|oprydning|tjanser|pligter|opvask|cleaning|chores|tidying"),
    TRIP("TRIP", "trip", "tur|heldagstur|udflugt|ekskursion|byttetur|trip|excursion|outing"),
    EVENING(
            "EVENING",
            "evening",
            "aften|aftenaktivitet|aftenprogram|aftensamling|aftenhygge|hygge|lejrb(?:å|aa)l|b(?:å|aa)l|filmaften|spilleaften|evening(?: activity| programme)?|campfire|film night"),
    FREE_TIME("FREE_TIME", "free-time", "fri|fritid|fri leg|frikvarter|pause|pusterum|free|free time|break");

    private final String kind;
    private final String id;
    private final Pattern words;

    BlockWord(String kind, String id, String words) {
        this.kind = kind;
        this.id = id;
        this.words = Pattern.compile(
                "(?iu)^(?:f(?:æ|ae)lles |stille |kort |lang )?(?:" + words + ")(?![\\p{L}]).*", Pattern.DOTALL);
    }

    /** Whether no school day has such a block. */
    boolean isOfCampsOnly() {
        return switch (this) {
            case DUTY_NIGHT, BEDTIME, BREAKFAST, DINNER, WAKE_UP, ARRIVAL, DEPARTURE, EVENING, QUIET_HOUR -> true;
            default -> false;
        };
    }

    /** Returns what a cell means; empty if its first word is unknown. */
    static Optional<BlockWord> find(String cell) {
        return Stream.of(values())
                .filter(each -> each.words.matcher(cell).matches())
                .findFirst();
    }

    /** Returns the kind of block, a constant of the camp type. */
    String kind() {
        return kind;
    }

    /** Returns the usual id of such a block. */
    String id() {
        return id;
    }
}
