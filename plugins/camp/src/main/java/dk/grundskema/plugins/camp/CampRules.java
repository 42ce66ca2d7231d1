package dk.grundskema.plugins.camp;

import static dk.grundskema.solver.spi.LocalRule.perSession;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.RuleType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Declares a camp's rules: those known without a plan, and all rules of one camp. */
final class CampRules {
    private static final String LOKO = "Læringslokomotivet: guidelines and recommendations";

    static final RuleType BASE_TIMETABLE = RuleType.hard("camp.base-timetable", LOKO + " (uniform structure)");
    static final RuleType UNQUALIFIED_MODULE =
            RuleType.medium("camp.unqualified-module", 30, LOKO + " (adults skilled in their subject)");
    static final RuleType UNSUITABLE_ROOM = RuleType.medium("camp.unsuitable-room", 10, RuleType.OURS);
    static final RuleType MODULES_PER_SUBJECT =
            RuleType.medium("camp.modules-per-subject", 50, LOKO + " (subjects); the numbers are ours");
    static final RuleType SUBJECT_PER_DAY = RuleType.medium("camp.subject-per-day", 20, RuleType.OURS);
    static final RuleType THREAD_IN_STEP = RuleType.medium(
            "camp.thread-in-step", 5, LOKO + " (the character traits as thread); at the same time is ours");
    static final RuleType CONVERSATIONS =
            RuleType.medium("camp.conversations", 50, LOKO + " (student conversations); the numbers are ours");
    static final RuleType VISITS = RuleType.medium("camp.visits", 50, LOKO + " (teacher visits)");
    static final RuleType CONTACT_FROM_TEAM = RuleType.soft("camp.contact-from-team", 5, RuleType.OURS);
    static final RuleType CONTACTS_EVEN = RuleType.soft("camp.contacts-even", 3, RuleType.OURS);
    static final RuleType COVER = RuleType.soft("camp.cover", 5, RuleType.OURS);
    static final RuleType FEW_FACES = RuleType.soft("camp.few-faces", 30, LOKO + " (a fixed staff team)");
    static final RuleType FAMILIAR_FACES = RuleType.soft("camp.familiar-faces", 3, LOKO + " (a fixed staff team)");
    static final RuleType LEAD_STAFF = RuleType.soft("camp.lead-staff", 6, RuleType.OURS);
    static final RuleType DEMANDING_BEFORE_NOON = RuleType.soft("camp.demanding-before-noon", 2, RuleType.OURS);
    static final RuleType VARIETY = RuleType.soft("camp.variety", 1, RuleType.OURS);

    private static final List<RuleType> ALWAYS = List.of(
            BASE_TIMETABLE,
            UNQUALIFIED_MODULE,
            UNSUITABLE_ROOM,
            MODULES_PER_SUBJECT,
            SUBJECT_PER_DAY,
            THREAD_IN_STEP,
            CONVERSATIONS,
            VISITS,
            CONTACT_FROM_TEAM,
            CONTACTS_EVEN,
            COVER,
            FEW_FACES,
            FAMILIAR_FACES,
            LEAD_STAFF,
            DEMANDING_BEFORE_NOON,
            VARIETY);

    /** All rules; the limits of subjects apply only to camps that have them. */
    static final List<RuleType> TYPES =
            Stream.of(ALWAYS, SubjectLimitRules.TYPES).flatMap(List::stream).toList();

    private CampRules() {}

    static List<Rule> of(Intervention<CampParameters> camp, Problem problem, Demand demand) {
        var demandIndex = new CampDemandIndex(new CampContext(camp, problem), demand);
        var subjects = new SubjectRules(demandIndex);
        var staff = new TeamStaffRules(demandIndex);
        var contacts = new ContactRules(demandIndex);
        var appointments = new AppointmentRules(demandIndex, demand.sessions());
        var rules = new ArrayList<>(List.of(
                baseTimetable(demandIndex),
                staff.unqualifiedModule(),
                subjects.unsuitableRoom(),
                subjects.modulesPerSubject(),
                subjects.subjectPerDay(),
                subjects.threadInStep(),
                appointments.conversations(),
                appointments.visits(),
                contacts.contactFromTeam(),
                contacts.contactsEven(),
                contacts.lessonCover(),
                staff.fewFaces(),
                staff.familiarFaces(),
                staff.leadStaff(),
                subjects.demandingBeforeNoon(),
                subjects.variety()));
        rules.addAll(new SubjectLimitRules(demandIndex).rules());
        return rules;
    }

    /** All days of a kind have the same blocks. */
    private static Rule baseTimetable(CampDemandIndex demandIndex) {
        return perSession(BASE_TIMETABLE, demandIndex.blockSessions(), (scope, view, charge) -> {
            Session session = scope.sessions().getFirst();
            MeetingTime time = view.time(0);
            if (time != null && !isSameTimeOfWeek(time, session.times().getFirst())) {
                charge.add(1, session.id());
            }
        });
    }

    private static boolean isSameTimeOfWeek(MeetingTime one, MeetingTime other) {
        return one.weekday() == other.weekday()
                && one.start().equals(other.start())
                && one.end().equals(other.end());
    }
}
