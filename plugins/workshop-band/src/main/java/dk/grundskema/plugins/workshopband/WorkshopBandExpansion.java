package dk.grundskema.plugins.workshopband;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.Need;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.spi.toolkit.DemandBuilder;
import dk.grundskema.solver.spi.toolkit.PluginTexts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Expands a band into demand: in each round a grouping of the students who are there, with one group for each section of each workshop, and a session for each time of
 * the round. A group without students is not offered.
 */
final class WorkshopBandExpansion {
    /** Session kind of a workshop. */
    static final String KIND = "workshop";

    private final Intervention<WorkshopBandParameters> intervention;
    private final WorkshopBandParameters band;
    private final PluginTexts texts;
    private final DemandBuilder draft;
    private final WorkshopPeople people;
    private final BandStudents students;

    private WorkshopBandExpansion(Intervention<WorkshopBandParameters> intervention, Problem problem) {
        this.intervention = intervention;
        this.band = intervention.parameters();
        this.texts = PluginTexts.ofPlugin(WorkshopBandPlugin.class, problem.language());
        this.draft = new DemandBuilder(intervention, problem);
        this.people = new WorkshopPeople(problem);
        this.students = new BandStudents(band, problem);
    }

    /** Returns the id of the group of a section in a round: {@code <intervention>/group/<round>/<workshop>/<section>}. */
    static GroupId groupId(Intervention<?> intervention, String round, Workshop workshop, int section) {
        return new GroupId(DemandBuilder.sessionId(intervention, "group", round, workshop.id(), section)
                .value());
    }

    static Demand of(Intervention<WorkshopBandParameters> intervention, Problem problem, List<DateSpan> interruptions) {
        var expansion = new WorkshopBandExpansion(intervention, problem);
        BandRound.of(intervention.parameters(), problem, interruptions).forEach(expansion::add);
        return expansion.draft.build();
    }

    private void add(BandRound round) {
        var groups = new ArrayList<Group>();
        for (Workshop workshop : band.workshops()) {
            for (int section = 1; section <= workshop.sections(); section++) {
                var id = groupId(intervention, round.id(), workshop, section);
                String name = texts.text(
                        band.round() == RoundLength.DATE ? "title.group-date" : "title.group-week",
                        title(workshop, section),
                        round.times().getFirst().firstDate(),
                        IsoWeek.of(round.times().getFirst().firstDate()).week());
                groups.add(new Group(id, name, Group.Kind.SMALL_GROUP, List.of()));
                add(round, workshop, section, id);
            }
        }
        if (!groups.isEmpty()) {
            List<StudentId> there = students.in(round);
            Map<StudentId, Integer> needs = new LinkedHashMap<>();
            there.forEach(one -> needs.put(one, Need.MOST)); // a place is worth more than an adult who is missing
            draft.addGrouping(new Grouping(
                    intervention.id(),
                    groups,
                    there,
                    1,
                    band.workshops().stream().mapToInt(Workshop::most).max().orElse(1),
                    true,
                    Map.of(),
                    needs));
        }
    }

    private static String title(Workshop workshop, int section) {
        return workshop.sections() == 1 ? workshop.title() : workshop.title() + " " + section;
    }

    /** Adds the sessions of a group; the same adults hold all of them. */
    private void add(BandRound round, Workshop workshop, int section, GroupId group) {
        var sessions = new ArrayList<Session>();
        for (MeetingTime time : round.times()) {
            sessions.add(draft.add(
                    draft.session(KIND, title(workshop, section), workshop.id(), section, BandRound.idPart(time))
                            .at(time)
                            .groups(List.of(group))
                            .awakeWith(group)
                            .absenceAllowed(true)
                            .rooms(people.rooms(workshop))
                            .excuse(band.excuse())));
        }
        draft.addSeat("leader", true, people.leaders(workshop), sessions);
        if (workshop.hasHelper()) {
            draft.addSeat("helper", true, people.helpers(workshop), sessions);
        }
    }
}
