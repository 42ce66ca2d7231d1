package dk.grundskema.plugins.smallgroups;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.plugins.smallgroups.SmallGroupsFrame.Pool;
import dk.grundskema.solver.spi.toolkit.Covers;
import dk.grundskema.solver.spi.toolkit.DemandDraft;
import dk.grundskema.solver.spi.toolkit.Gathering;
import dk.grundskema.solver.spi.toolkit.Places;
import dk.grundskema.solver.spi.toolkit.PluginTexts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Makes demand of an intervention: places for groups with their sessions, talks and tutor, which sleep until students join. */
final class SmallGroupsExpansion {
    static final String SESSION = "small-group";
    static final String TALK = "talk";
    static final List<String> PHASES = List.of("before", "during", "after");

    private final SmallGroupsFrame frame;
    private final SmallGroupsParameters parameters;
    private final PluginTexts texts;
    private final DemandDraft draft;
    private final Map<StaffId, Set<MeetingTime>> needed = new LinkedHashMap<>();

    private SmallGroupsExpansion(SmallGroupsFrame frame) {
        this.frame = frame;
        this.parameters = frame.parameters;
        this.texts = PluginTexts.beside(SmallGroupsPlugin.class, frame.problem.language());
        this.draft = new DemandDraft(frame.intervention, frame.problem);
    }

    static Demand of(Intervention<SmallGroupsParameters> intervention, Problem problem, List<DateSpan> interruptions) {
        var expansion = new SmallGroupsExpansion(new SmallGroupsFrame(intervention, problem, interruptions));
        Map<String, Integer> numbers = new LinkedHashMap<>();
        expansion.frame.pools().forEach(pool -> expansion.add(pool, numbers));
        expansion.addWhatTutorsNeed();
        return expansion.draft.demand();
    }

    private void add(Pool pool, Map<String, Integer> numbers) {
        Map<StudentId, Integer> needs = new LinkedHashMap<>();
        pool.candidates().forEach(one -> needs.put(one.studentId(), one.need()));
        List<MeetingTime> times = frame.times(pool);
        List<StaffId> tutors = frame.tutors(pool).stream().map(Tutor::staffId).toList();
        tutors.forEach(
                one -> needed.computeIfAbsent(one, any -> new LinkedHashSet<>()).addAll(times));
        var groups = new ArrayList<Group>();
        for (int number = 1; number <= frame.groups(pool); number++) {
            String name = texts.text("title.group", pool.subject(), numbers.merge(pool.subject(), 1, Integer::sum));
            var id = new GroupId(frame.intervention.id() + "/" + pool.name() + "/" + number);
            groups.add(new Group(id, name, Group.Kind.SMALL_GROUP, List.of()));
            addSessions(pool, groups.getLast(), pool.name() + "/" + number, times, tutors);
        }
        draft.grouping(new Grouping(
                frame.intervention.id(),
                groups,
                List.copyOf(needs.keySet()),
                parameters.smallest(),
                parameters.largest(),
                true,
                Map.of(),
                needs));
    }

    private void addSessions(Pool pool, Group group, String part, List<MeetingTime> times, List<StaffId> tutors) {
        var own = new ArrayList<Session>();
        for (int number = 1; number <= parameters.sessionsPerWeek(); number++) {
            own.add(draft.add(session(pool, group, SESSION, group.name(), part + "/" + number)
                    .preparationMinutes(parameters.preparationMinutes())
                    .times(times)));
        }
        var talks = new ArrayList<Session>();
        for (String phase : parameters.talkMinutes() == 0 ? List.<String>of() : PHASES) {
            List<MeetingTime> when = frame.talkTimes(phase);
            if (!when.isEmpty()) {
                String title = texts.text("title.talk-" + phase, group.name());
                talks.add(draft.add(
                        session(pool, group, TALK, title, part + "/" + phase).times(when)));
            }
        }
        own.addAll(talks);
        draft.seat("tutor", true, tutors, own);
        var teachers = new TreeSet<StaffId>();
        pool.candidates()
                .forEach(one -> teachers.addAll(frame.free.lessons().teachers(one.studentId(), one.subject())));
        talks.forEach(talk -> draft.seat("teacher", false, List.copyOf(teachers), talk));
    }

    private Session.Builder session(Pool pool, Group group, String kind, String title, String part) {
        return draft.sessionAt(pool.site(), kind, title, part)
                .subject(pool.subject())
                .rooms(Places.rooms(frame.problem, pool.site(), parameters.rooms(), "classroom"))
                .groups(List.of(group.id()))
                .awakeWith(group.id())
                .required(false)
                .excuse(pool.outside() == null ? null : pool.outside().decision());
    }

    /** Training and supervision, and somebody for the lessons that tutors miss. */
    private void addWhatTutorsNeed() {
        List<StaffId> all = parameters.tutors().stream().map(Tutor::staffId).toList();
        for (Gathering gathering : parameters.gatherings()) {
            gathering.addTo(draft, texts, all);
        }
        var covers = new Covers(draft, frame.problem, frame.free.lessons(), texts);
        needed.forEach((tutor, times) -> covers.add(tutor, times, parameters.cover()));
    }
}
