package dk.grundskema.plugins.camp;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.demand.Neighbourhood;
import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.SeatId;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.spi.toolkit.DemandBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Expands a camp into demand: a session of fixed time for each block of each day, with its seats; subjects as guest sessions that
 * are placed into a team's modules of a week; groups to be formed.
 */
final class CampExpansion {
    /** Role of the seats of modules. */
    static final String TEACHER = "teacher";

    /** Role of all other seats. */
    static final String ADULT = "adult";

    private final Intervention<CampParameters> camp;
    private final Problem problem;
    private final CampContext context;
    private final SiteId site;
    private final List<StaffId> candidates;
    private final List<Session> sessions = new ArrayList<>();
    private final List<Seat> seats = new ArrayList<>();
    private final List<Neighbourhood> neighbourhoods = new ArrayList<>();

    private CampExpansion(Intervention<CampParameters> camp, Problem problem) {
        this.camp = camp;
        this.problem = problem;
        this.context = new CampContext(camp, problem);
        this.site = problem.siteOrDefault(camp.parameters().site());
        this.candidates = context.staff().stream().map(StaffMember::id).toList();
    }

    static Demand of(Intervention<CampParameters> camp, Problem problem) {
        return new CampExpansion(camp, problem).buildDemand();
    }

    private Demand buildDemand() {
        context.days().forEach(this::addDay);
        context.teams().forEach(this::addSubjects);
        var appointments = new AppointmentDemand(context, problem);
        sessions.addAll(appointments.sessions());
        seats.addAll(appointments.seats());
        return new Demand(sessions, seats, groupings(), neighbourhoods, List.of(), workRules());
    }

    private void addDay(CampContext.CampDay day) {
        var together = new LinkedHashMap<String, List<SeatId>>();
        for (CampContext.BlockSlot slot : context.slots(day)) {
            sessions.add(session(slot));
            var ofSlot = seatsOf(slot);
            seats.addAll(ofSlot);
            together.computeIfAbsent(context.idPrefix(slot.team()) + day.date(), id -> new ArrayList<>())
                    .addAll(ofSlot.stream().map(Seat::id).toList());
        }
        together.forEach((id, ofDay) -> addNeighbourhood(new Neighbourhood(id, ofDay, List.of())));
    }

    private Session session(CampContext.BlockSlot slot) {
        Block block = slot.block();
        var session = Session.builder(slot.id(), camp.id(), block.kind().word(), slot.title(), site)
                .at(MeetingTime.on(slot.day().date(), block.start(), block.end()))
                .rooms(context.rooms(block.roomKinds(), block.rooms()))
                .work(block.isWork())
                .creditPercent(block.effectiveCreditPercent())
                .preparationMinutes(camp.parameters().preparationMinutesOf(block.kind()));
        if (block.hasStudents()) {
            GroupId team = slot.team();
            session.groups(team == null ? context.teams() : List.of(team))
                    .excuse(camp.parameters().takesStudentsFromLessons());
        }
        return session.build();
    }

    private List<Seat> seatsOf(CampContext.BlockSlot slot) {
        int required = slot.block().requiredSeats(context.teams().size());
        int all = required + slot.block().optionalStaff();
        String role = slot.block().kind() == Block.Kind.MODULE ? TEACHER : ADULT;
        var ofSlot = new ArrayList<Seat>();
        for (int position = 0; position < all; position++) {
            var id = new SeatId(slot.id() + "#" + position);
            ofSlot.add(new Seat(id, List.of(slot.id()), position, role, position < required, candidates));
        }
        return ofSlot;
    }

    private void addSubjects(GroupId team) {
        var weeks = context.teachingWeeks();
        for (int week = 0; week < weeks.size(); week++) {
            var hosts = hostIds(team, weeks.get(week));
            var guests = new ArrayList<SessionId>();
            for (Subject subject : camp.parameters().subjects()) {
                for (Session guest : guests(team, subject, hosts, week)) {
                    sessions.add(guest);
                    guests.add(guest.id());
                }
            }
            addNeighbourhood(new Neighbourhood(context.idPrefix(team) + weeks.get(week), List.of(), guests));
        }
    }

    /** Returns a team's guest sessions of a subject in one of the teaching weeks, counted from 0. */
    private List<Session> guests(GroupId team, Subject subject, List<SessionId> hosts, int week) {
        var weeks = context.teachingWeeks();
        var guests = new ArrayList<Session>();
        for (int i = 0; i < subject.modulesPerWeek(); i++) {
            var steps = SubjectThread.stepsOf(subject.steps(), week, weeks.size(), i, subject.modulesPerWeek());
            var id = new SessionId(context.idPrefix(team) + weeks.get(week) + "/" + subject.id() + "/" + (i + 1));
            guests.add(Session.builder(
                            id,
                            camp.id(),
                            Block.Kind.MODULE.word(),
                            context.texts().moduleTitle(subject, steps),
                            site)
                    .subject(subject.id())
                    .form(String.join(", ", steps))
                    .hosts(hosts)
                    .groups(List.of(team))
                    .required(false)
                    .excuse(camp.parameters().takesStudentsFromLessons())
                    .build());
        }
        return guests;
    }

    private List<SessionId> hostIds(GroupId team, IsoWeek week) {
        return context.days().stream()
                .filter(day -> day.week().equals(week))
                .flatMap(day -> context.slots(day).stream())
                .filter(slot -> slot.block().kind() == Block.Kind.MODULE && isSameTeam(team, slot.team()))
                .map(CampContext.BlockSlot::id)
                .toList();
    }

    private static boolean isSameTeam(GroupId team, @Nullable GroupId whose) {
        return team.equals(whose);
    }

    private void addNeighbourhood(Neighbourhood neighbourhood) {
        if (!neighbourhood.seats().isEmpty() || !neighbourhood.guests().isEmpty()) {
            neighbourhoods.add(neighbourhood);
        }
    }

    private List<Grouping> groupings() {
        if (!context.formsTeams()) {
            return List.of();
        }
        var groups = DemandBuilder.emptyGroups(context.teams(), Group.Kind.TEAM, context.texts()::teamName);
        Teams teams = camp.parameters().teams();
        var students = context.students().stream().map(Student::id).toList();
        return List.of(new Grouping(camp.id(), groups, students, teams.smallest(), teams.largest()));
    }

    private Map<StaffId, WorkRules> workRules() {
        WorkRules rules = camp.parameters().work();
        var ofEach = new LinkedHashMap<StaffId, WorkRules>();
        if (rules != null) {
            candidates.forEach(person -> ofEach.put(person, rules));
        }
        return ofEach;
    }
}
