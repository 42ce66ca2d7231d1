package dk.grundskema.plugins.smallgroups;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.spi.toolkit.DemandBuilder;
import dk.grundskema.solver.spi.toolkit.PluginTexts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Expands an intervention into demand: places for groups with their sessions, talks and tutor. A place without students is
 * inactive.
 */
final class SmallGroupsExpansion {
    private final Intervention<SmallGroupsParameters> intervention;
    private final SmallGroupsContext context;
    private final SmallGroupsParameters parameters;
    private final PluginTexts texts;
    private final DemandBuilder draft;
    private final CoverSessions covers;
    private final Map<TalkPhase, List<MeetingTime>> talks;
    private final Map<String, Integer> numbers = new HashMap<>();

    private SmallGroupsExpansion(
            Intervention<SmallGroupsParameters> intervention, Problem problem, List<DateSpan> interruptions) {
        this.intervention = intervention;
        this.context = new SmallGroupsContext(intervention, problem, interruptions);
        this.parameters = context.parameters;
        this.texts = PluginTexts.ofPlugin(SmallGroupsPlugin.class, problem.language());
        this.draft = new DemandBuilder(intervention, problem);
        this.covers = new CoverSessions(draft, problem, context.free.lessons(), texts);
        this.talks = TalkPhase.timesByPhase(
                parameters.usable(), parameters.talkMinutes(), context.weeks, problem, interruptions);
    }

    static Demand of(Intervention<SmallGroupsParameters> intervention, Problem problem, List<DateSpan> interruptions) {
        var expansion = new SmallGroupsExpansion(intervention, problem, interruptions);
        expansion.context.pools.forEach(expansion::add);
        for (Gathering gathering : expansion.parameters.gatherings()) {
            gathering.addTo(expansion.draft, expansion.texts, expansion.context.tutors.ids());
        }
        expansion.covers.addNeeded(expansion.parameters.cover());
        return expansion.draft.build();
    }

    private void add(CandidatePool pool) {
        var times = context.groupTimes(pool);
        TutorPool tutors = context.tutors.trainedIn(pool.subject(), context.weeks);
        covers.registerNeed(tutors.ids(), times);
        int carried = tutors.groupCapacity(parameters.sessionsPerWeek(), times.size());
        var grouping = pool.grouping(
                intervention,
                pool.groupCount(parameters.smallest(), carried, parameters.mostGroups()),
                parameters.smallest(),
                parameters.largest(),
                number -> texts.text("title.group", pool.subject(), numbers.merge(pool.subject(), 1, Integer::sum)));
        if (!times.isEmpty()) { // no times: validation reports an error; only fixed members are checked
            grouping.groups().forEach(group -> add(pool, group, times, tutors.ids()));
        }
        draft.addGrouping(grouping);
    }

    private void add(CandidatePool pool, Group group, List<MeetingTime> times, List<StaffId> tutors) {
        var own = new ArrayList<Session>();
        for (int number = 1; number <= parameters.sessionsPerWeek(); number++) {
            own.add(draft.add(session(pool, group, "small-group", group.name(), number)
                    .preparationMinutes(parameters.preparationMinutes())
                    .times(times)));
        }
        var held = new ArrayList<Session>();
        talks.forEach((phase, when) -> {
            String title = texts.text("title.talk-" + phase.lowerCaseName(), group.name());
            held.add(draft.add(
                    session(pool, group, "talk", title, phase.lowerCaseName()).times(when)));
        });
        own.addAll(held);
        addTutors(group, tutors, own);
        held.forEach(talk -> draft.addSeat("teacher", false, List.copyOf(pool.teachers()), talk));
    }

    /** Adds one seat for all sessions, or, if a group may have several tutors, one for each session. */
    private void addTutors(Group group, List<StaffId> tutors, List<Session> sessions) {
        if (parameters.allowsSeveralTutors()) {
            draft.addNeighbourhood(
                    group.id() + "/tutors",
                    sessions.stream()
                            .map(one -> draft.addSeat("tutor", true, tutors, one))
                            .toList());
        } else {
            draft.addSeat("tutor", true, tutors, sessions);
        }
    }

    /** Starts a session that sleeps until a student joins the group. Its id is {@code <intervention>/<kind>/<group>/<part>}. */
    private Session.Builder session(CandidatePool pool, Group group, String kind, String title, Object part) {
        String own = group.id().value().substring(intervention.id().value().length() + 1);
        return draft.sessionAt(pool.site(), kind, title, own, part)
                .groups(List.of(group.id()))
                .awakeWith(group.id())
                .required(false)
                .subject(pool.subject())
                .rooms(context.rooms(pool))
                .excuse(pool.excuse());
    }
}
