package dk.grundskema.solver.rules;

import static dk.grundskema.solver.spi.RuleType.OURS;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.RuleType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * All rules that apply to every plan regardless of its interventions, with id, default weight and source. The class named beside each theme creates them from a
 * {@link CoreRuleContext}; a class of {@code solver.check} checks them. Their sentences are the texts {@code rule.<id>.sentence}. The rules use the same
 * declarations as plugins; the engine treats both alike.
 */
public final class CoreRules {
    private static final List<RuleType> TYPES = new ArrayList<>();

    // People, rooms and students in two places: ClashRules
    static final RuleType PERSON_IN_TWO_PLACES =
            hard("core.person-in-two-places", "GUIDE, ch. 1-2: staff are shared between interventions");
    static final RuleType TRAVEL_TIME = hard("core.travel-time", OURS);
    static final RuleType ROOM_IN_TWO_PLACES = hard("core.room-in-two-places", OURS);
    static final RuleType STUDENT_IN_TWO_PLACES =
            hard("core.student-in-two-places", "GUIDE, ch. 1-2: support beyond ordinary lessons, never instead");

    // Who and what is there: AvailabilityRules
    static final RuleType STAFF_UNAVAILABLE = hard("core.staff-unavailable", OURS);
    static final RuleType ROOM_UNAVAILABLE = hard("core.room-unavailable", OURS);
    static final RuleType STUDENT_UNAVAILABLE = hard("core.student-unavailable", OURS);
    static final RuleType CLOSED_DAY = hard("core.closed-day", OURS);

    // Rest by law: RestRules
    static final RuleType DAILY_REST = hard("core.daily-rest", "Working Environment Act, ch. 9: 11 hours in any 24");
    static final RuleType WEEKLY_REST =
            hard("core.weekly-rest", "Working Environment Act, ch. 9: a day off in any seven");

    // Long days, rest between dates and free dates, as a requirement, a guideline or a wish: DateRules
    static final Map<Level, RuleType> LONG_DAY = ofEachLevel("core.long-day", 1, OURS);
    static final Map<Level, RuleType> REST_BETWEEN_DATES = ofEachLevel("core.rest-between-dates", 1, OURS);
    static final Map<Level, RuleType> FREE_DATES = ofEachLevel("core.free-dates", 100, OURS);

    // Hours of work: HoursRules
    static final RuleType DAILY_HOURS = hard("core.daily-hours", OURS);
    static final RuleType WEEKLY_HOURS = hard("core.weekly-hours", OURS);
    static final RuleType AVERAGE_HOURS =
            hard("core.average-hours", "Working Time Act: 48 hours on average over four months");

    // Rooms: RoomRules
    static final RuleType ROOM_KIND = hard("core.room-kind", OURS);
    static final RuleType ROOM_CAPACITY = hard("core.room-capacity", OURS);
    static final RuleType MISSING_ROOM = medium("core.missing-room", 50, OURS);

    // Who is together: CompanyRules
    static final RuleType NEVER_TOGETHER =
            hard("core.never-together", "GUIDE B: vetoes of those who know the students");
    static final RuleType WISHED_COMPANY = soft("core.wished-company", 3, OURS);

    // Groups that are formed: FormedGroupRules
    static final RuleType GROUP_SIZE = hard("core.group-size", OURS);
    static final RuleType GROUP_NOT_ALLOWED = hard("core.group-not-allowed", OURS);
    static final RuleType STUDENT_WITHOUT_GROUP = medium("core.student-without-group", 100, OURS);
    static final RuleType EVEN_GROUPS = soft("core.even-groups", 2, OURS);
    static final RuleType MIXED_SCHOOLS = soft("core.mixed-schools", 1, "LOKO: students from several schools");

    // Everything is held, with the adults that were asked for: RequiredSessionsRules
    static final RuleType MORE_STAFF_THAN_ASKED = hard("core.more-staff-than-asked", OURS);
    static final RuleType TWO_IN_ONE_MODULE = hard("core.two-in-one-module", OURS);
    static final RuleType MISSING_ADULT =
            medium("core.missing-adult", 100, "LOKO: two staff in every module; the weight is ours");
    static final RuleType UNPLACED_SESSION = medium("core.unplaced-session", 1000, OURS);

    // Sessions that exclude each other: ExclusionRules
    static final Map<Level, RuleType> EXCLUSIVE_AT_ONE_TIME = ofEachLevel("core.exclusive-at-one-time", 1, OURS);
    static final Map<Level, RuleType> EXCLUSIVE_ON_ONE_DATE = ofEachLevel("core.exclusive-on-one-date", 10, OURS);

    // How much support a student gets: SupportRules
    static final RuleType SUPPORT_A_DAY = medium("core.support-a-day", 1, OURS);
    static final RuleType SUPPORT_A_WEEK = medium("core.support-a-week", 1, OURS);

    // Supplementary teaching: SupplementaryRules
    static final RuleType SUPPLEMENTARY_ALONE =
            medium("core.supplementary-alone", 100, "GUIDE, ch. 1-2: what is supplementary is never the only support");

    // Fair shares of work: FairnessRules
    static final RuleType FAIR_HOURS =
            soft("core.fair-hours", 1, "norm of 37 hours a week on average; the weight is ours");
    static final RuleType FAIR_EVENINGS = soft("core.fair-evenings", 2, OURS);
    static final RuleType FAIR_NIGHTS = soft("core.fair-nights", 2, OURS);
    static final RuleType FAIR_WEEKENDS = soft("core.fair-weekends", 2, OURS);
    static final RuleType GAPS = soft("core.gaps", 1, OURS);

    // Wishes of staff: WishRules
    static final RuleType WISHES = soft("core.wishes", 10, OURS);

    // Differences from an earlier plan: DifferenceRules
    static final RuleType DIFFERENCE = soft("core.difference", 20, OURS);

    private CoreRules() {}

    private static RuleType hard(String id, String source) {
        return listed(RuleType.hard(id, source));
    }

    private static RuleType medium(String id, long weight, String source) {
        return listed(RuleType.medium(id, weight, source));
    }

    private static RuleType soft(String id, long weight, String source) {
        return listed(RuleType.soft(id, weight, source));
    }

    private static Map<Level, RuleType> ofEachLevel(String id, long weight, String source) {
        Map<Level, RuleType> types = RuleType.ofEachLevel(id, weight, source);
        types.values().forEach(CoreRules::listed);
        return types;
    }

    private static RuleType listed(RuleType type) {
        TYPES.add(type);
        return type;
    }

    /** Returns the types of all core rules, which do not depend on a plan. */
    public static List<RuleType> types() {
        return List.copyOf(TYPES);
    }

    /** Creates the core rules for one plan. */
    public static List<Rule> of(CoreRuleContext context) {
        var rules = new ArrayList<Rule>();
        var minutes = new DutyMinutes(context.problem().horizon().zone());
        rules.addAll(ClashRules.of(context));
        rules.addAll(AvailabilityRules.of(context));
        rules.addAll(RestRules.of(context));
        rules.addAll(DateRules.of(context));
        rules.addAll(HoursRules.of(context, minutes));
        rules.addAll(RoomRules.of(context));
        rules.addAll(FormedGroupRules.of(context));
        rules.addAll(RequiredSessionsRules.of(context));
        rules.addAll(ExclusionRules.of(context));
        rules.addAll(SupportRules.of(context));
        rules.addAll(SupplementaryRules.studentsIn(context));
        rules.addAll(FairnessRules.of(context, minutes));
        rules.addAll(WishRules.of(context));
        rules.addAll(DifferenceRules.of(context));
        return List.copyOf(rules);
    }
}
