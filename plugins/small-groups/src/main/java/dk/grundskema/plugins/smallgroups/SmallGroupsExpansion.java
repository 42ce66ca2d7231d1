package dk.grundskema.plugins.smallgroups;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.SeatId;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.plugins.smallgroups.SmallGroupsFrame.Pool;
import dk.grundskema.solver.spi.toolkit.PluginTexts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes demand of an intervention: places for groups with their sessions, talks and tutor, which sleep until students join. */
final class SmallGroupsExpansion {
    static final String SESSION = "small-group";
    static final String TALK = "talk";
    static final String TUTOR = "tutor";
    static final String TEACHER = "teacher";
    static final List<String> PHASES = List.of("before", "during", "after");

    private final SmallGroupsFrame frame;
    private final SmallGroupsParameters parameters;
    private final PluginTexts texts;
    private final List<Session> sessions = new ArrayList<>();
    private final List<Seat> seats = new ArrayList<>();
    private final List<Grouping> groupings = new ArrayList<>();

    private SmallGroupsExpansion(SmallGroupsFrame frame) {
        this.frame = frame;
        this.parameters = frame.parameters;
        this.texts = PluginTexts.beside(SmallGroupsPlugin.class, frame.problem.language());
    }

    static Demand of(Intervention<SmallGroupsParameters> intervention, Problem problem, List<DateSpan> interruptions) {
        var expansion = new SmallGroupsExpansion(new SmallGroupsFrame(intervention, problem, interruptions));
        Map<String, Integer> numbers = new LinkedHashMap<>();
        expansion.frame.pools().forEach(pool -> expansion.add(pool, numbers));
        return new Demand(expansion.sessions, expansion.seats, expansion.groupings, List.of(), List.of(), Map.of());
    }

    private void add(Pool pool, Map<String, Integer> numbers) {
        var groups = new ArrayList<Group>();
        for (int number = 1; number <= frame.groups(pool); number++) {
            String id = frame.intervention.id() + "/" + pool.name() + "/" + number;
            String name = texts.text("title.group", pool.subject(), numbers.merge(pool.subject(), 1, Integer::sum));
            var group = new Group(new GroupId(id), name, Group.Kind.SMALL_GROUP, List.of());
            groups.add(group);
            addGroup(pool, group);
        }
        Map<dk.grundskema.domain.people.StudentId, Integer> needs = new LinkedHashMap<>();
        pool.candidates().forEach(one -> needs.put(one.studentId(), one.need()));
        groupings.add(new Grouping(
                frame.intervention.id(),
                groups,
                List.copyOf(needs.keySet()),
                parameters.smallest(),
                parameters.largest(),
                true,
                Map.of(),
                needs));
    }

    private void addGroup(Pool pool, Group group) {
        var own = new ArrayList<SessionId>();
        for (int number = 1; number <= parameters.sessionsPerWeek(); number++) {
            own.add(add(pool, group, SESSION, "session-" + number, group.name(), frame.times(pool)));
        }
        var talks = new ArrayList<SessionId>();
        for (String phase : parameters.talkMinutes() == 0 ? List.<String>of() : PHASES) {
            List<MeetingTime> times = frame.talkTimes(phase);
            if (!times.isEmpty()) {
                talks.add(add(
                        pool, group, TALK, "talk-" + phase, texts.text("title.talk-" + phase, group.name()), times));
            }
        }
        own.addAll(talks);
        List<StaffId> tutors = frame.tutors(pool).stream().map(Tutor::staffId).toList();
        seats.add(new Seat(new SeatId(group.id() + "#tutor"), own, 0, TUTOR, true, tutors));
        for (SessionId talk : talks) {
            seats.add(new Seat(new SeatId(talk + "#1"), List.of(talk), 1, TEACHER, false, frame.teachers(pool)));
        }
    }

    private SessionId add(Pool pool, Group group, String kind, String name, String title, List<MeetingTime> times) {
        var id = new SessionId(group.id() + "/" + name);
        sessions.add(Session.of(id, frame.intervention.id(), kind, title, pool.site())
                .subject(pool.subject())
                .times(times)
                .rooms(frame.rooms(pool))
                .groups(List.of(group.id()))
                .awakeWith(group.id())
                .required(false)
                .preparationMinutes(kind.equals(SESSION) ? parameters.preparationMinutes() : 0)
                .excuse(pool.outside() == null ? null : pool.outside().decision())
                .build());
        return id;
    }
}
