package dk.grundskema.plugins.workshopband;

import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.InterventionPlugin;
import dk.grundskema.solver.spi.toolkit.FinishedIntervention;
import dk.grundskema.solver.spi.toolkit.UsableTime;
import dk.grundskema.solver.spi.toolkit.WordMatcher;
import dk.grundskema.solver.testkit.requirement.RequiredGroups;
import dk.grundskema.solver.testkit.requirement.RequiredMeetings;
import dk.grundskema.solver.testkit.requirement.RequiredMeetings.WeekPart;
import dk.grundskema.solver.testkit.requirement.Requirements;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Derives from parameters and formed groups which meetings a band must have: each group with students meets at each time of its round. Shares no code with
 * the expansion.
 */
final class WorkshopBandRequirements {
    /** What an intervention must have. */
    static final Requirements<WorkshopBandParameters> REQUIREMENTS = new Requirements<>() {
        @Override
        public InterventionPlugin<WorkshopBandParameters> plugin() {
            return new WorkshopBandPlugin();
        }

        @Override
        public List<RequiredMeetings> meetings(
                Intervention<WorkshopBandParameters> intervention,
                Problem problem,
                List<DateSpan> interruptions,
                Timetable timetable) {
            return WorkshopBandRequirements.of(intervention, problem, interruptions, timetable);
        }

        @Override
        public List<RequiredGroups> groups(
                Intervention<WorkshopBandParameters> intervention,
                Problem problem,
                List<DateSpan> interruptions,
                Timetable timetable) {
            return WorkshopBandRequirements.groups(intervention, problem, interruptions, timetable);
        }
    };

    private final Intervention<WorkshopBandParameters> intervention;
    private final WorkshopBandParameters band;
    private final Problem problem;
    private final RequiredRounds rounds;
    private final List<RequiredMeetings> required = new ArrayList<>();

    private WorkshopBandRequirements(
            Intervention<WorkshopBandParameters> intervention, Problem problem, List<DateSpan> interruptions) {
        this.intervention = intervention;
        this.band = intervention.parameters();
        this.problem = problem;
        this.rounds = new RequiredRounds(band, problem, interruptions);
    }

    private static List<RequiredMeetings> of(
            Intervention<WorkshopBandParameters> intervention,
            Problem problem,
            List<DateSpan> interruptions,
            Timetable timetable) {
        var requirements = new WorkshopBandRequirements(intervention, problem, interruptions);
        var finished = new FinishedIntervention(intervention, problem, timetable);
        requirements
                .rounds
                .dates()
                .forEach((date, parts) -> parts.forEach(part -> {
                    for (Workshop workshop : intervention.parameters().workshops()) {
                        for (int section = 1; section <= workshop.sections(); section++) {
                            requirements.add(date, part, workshop, section, finished);
                        }
                    }
                }));
        return requirements.required;
    }

    private GroupId group(String round, Workshop workshop, int section) {
        return new GroupId("%s/group/%s/%s/%d".formatted(intervention.id(), round, workshop.id(), section));
    }

    private void add(LocalDate date, UsableTime part, Workshop workshop, int section, FinishedIntervention finished) {
        GroupId group = group(rounds.roundOf(date), workshop, section);
        if (finished.members(group, IsoWeek.of(date)).isEmpty()) {
            return;
        }
        String title = workshop.sections() > 1 ? workshop.title() + " " + section : workshop.title();
        var meeting = RequiredMeetings.builder(title, "workshop")
                .id("%s/workshop/%s/%d/%s/%s".formatted(intervention.id(), workshop.id(), section, date, part.start()))
                .groups(Set.of(group))
                .week(IsoWeek.of(date))
                .minutes(part.minutes())
                .times(List.of(WeekPart.on(date, part.start(), part.end())))
                .seats(1, "leader", true, named(workshop.leaders(), workshop.skill()), group + " leader")
                .rooms(rooms(workshop))
                .mayExcuse(band.excuse() != null)
                .content(title, "", "");
        if (!workshop.helpers().isEmpty() || !workshop.helperSkill().isBlank()) {
            meeting.seats(1, "helper", true, named(workshop.helpers(), workshop.helperSkill()), group + " helper");
        }
        required.add(meeting.build());
    }

    private Set<StaffId> named(List<StaffId> people, String skill) {
        Set<StaffId> all = new LinkedHashSet<>(people);
        for (StaffMember one : problem.staff()) {
            boolean isAble = skill.isBlank() || WordMatcher.isAmong(one.skills(), skill);
            if (people.isEmpty() && isAble) {
                all.add(one.id());
            }
        }
        return all;
    }

    private Set<RoomId> rooms(Workshop workshop) {
        Set<RoomId> all = new LinkedHashSet<>(workshop.rooms());
        for (Room room : problem.rooms()) {
            boolean isKind = workshop.roomKinds().isEmpty() || WordMatcher.isAmong(workshop.roomKinds(), room.kind());
            if (workshop.rooms().isEmpty() && isKind && room.capacity() >= workshop.fewest()) {
                all.add(room.id());
            }
        }
        return all;
    }

    private static List<RequiredGroups> groups(
            Intervention<WorkshopBandParameters> intervention,
            Problem problem,
            List<DateSpan> interruptions,
            Timetable timetable) {
        var requirements = new WorkshopBandRequirements(intervention, problem, interruptions);
        int largest = 0;
        for (Workshop workshop : requirements.band.workshops()) {
            largest = Math.max(largest, workshop.most());
        }
        var all = new ArrayList<RequiredGroups>();
        for (String round : requirements.rounds.rounds()) {
            Map<StudentId, Integer> needs = new LinkedHashMap<>();
            requirements.rounds.students(round).forEach(student -> needs.put(student, 10));
            all.add(new RequiredGroups(requirements.groups(round), needs, 1, largest, true));
        }
        return all;
    }

    private List<GroupId> groups(String round) {
        var groups = new ArrayList<GroupId>();
        for (Workshop workshop : band.workshops()) {
            for (int section = 1; section <= workshop.sections(); section++) {
                groups.add(group(round, workshop, section));
            }
        }
        return groups;
    }
}
