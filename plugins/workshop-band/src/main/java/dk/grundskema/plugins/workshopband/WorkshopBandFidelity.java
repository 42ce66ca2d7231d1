package dk.grundskema.plugins.workshopband;

import dk.grundskema.domain.fidelity.AskOrigin;
import dk.grundskema.domain.fidelity.FidelityReport;
import dk.grundskema.domain.fidelity.Phrase;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.plugins.workshopband.FinishedBand.WorkshopGroup;
import dk.grundskema.solver.spi.toolkit.FidelityReportBuilder;
import dk.grundskema.solver.spi.toolkit.FinishedIntervention;
import dk.grundskema.solver.spi.toolkit.HomeClasses;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares a finished timetable with what KL's text says of a workshop band. */
final class WorkshopBandFidelity {
    static final int FEWEST_WEEKS = 3;
    static final int MOST_WEEKS = 5;

    private final FidelityReportBuilder asks = new FidelityReportBuilder(WorkshopBandPlugin.ID);
    private final AskOrigin source = asks.source("kl", "baekkegaarden");
    private final AskOrigin partlyOurs = asks.partlyOurs("kl", "baekkegaarden");
    private final WorkshopBandParameters band;
    private final FinishedBand finished;
    private final HomeClasses homes;
    private final RequiredRounds rounds;
    /** Who must have a place, with the number of rounds. */
    private final Map<StudentId, Long> students;

    private final Map<StudentId, Map<String, Integer>> points = new HashMap<>();
    private final Map<StudentId, Map<String, String>> taken = new HashMap<>();

    private WorkshopBandFidelity(
            Intervention<WorkshopBandParameters> intervention,
            Problem problem,
            List<DateSpan> interruptions,
            Timetable timetable) {
        this.band = intervention.parameters();
        this.finished = new FinishedBand(intervention, problem, timetable);
        this.homes = new HomeClasses(problem);
        this.rounds = new RequiredRounds(band, problem, interruptions);
        this.students = rounds.roundsByStudent();
        band.wishes()
                .forEach(wish -> points.computeIfAbsent(wish.studentId(), fresh -> new HashMap<>())
                        .put(wish.workshop(), wish.points()));
        students.keySet().forEach(one -> taken.put(one, requiredWorkshops(one)));
    }

    /** Returns the workshops of a student in the rounds in which the student must have one. */
    private Map<String, String> requiredWorkshops(StudentId student) {
        Map<String, String> own = finished.workshopsOf(student);
        own.keySet().removeIf(round -> !rounds.students(round).contains(student));
        return own;
    }

    static FidelityReport of(
            Intervention<WorkshopBandParameters> one,
            Problem problem,
            List<DateSpan> interruptions,
            Timetable timetable) {
        var fidelity = new WorkshopBandFidelity(one, problem, interruptions, timetable);
        fidelity.weeks();
        fidelity.groups();
        fidelity.students();
        fidelity.workshopTable();
        fidelity.studentTable();
        return fidelity.asks.build(one);
    }

    private void weeks() {
        List<Meeting> meetings = finished.groups().stream()
                .flatMap(group -> group.meetings().stream())
                .filter(meeting -> !FinishedIntervention.staff(meeting).isEmpty())
                .toList();
        int weeks = FinishedIntervention.countByWeek(meetings).size();
        asks.tally("weeks", source, "weeks")
                .addPlace(FEWEST_WEEKS, weeks, asks.reason("few-weeks", weeks), interventionPlace())
                .finish(FEWEST_WEEKS);
        asks.tally("most-weeks", source, "times")
                .addPlace(weeks <= MOST_WEEKS, asks.reason("many-weeks", weeks), interventionPlace())
                .finish(MOST_WEEKS);
    }

    /** Returns the classes as the place of an ask about the whole band. */
    private Object interventionPlace() {
        return band.classes().isEmpty() ? band.round() : band.classes().getFirst();
    }

    private void groups() {
        int classes = Math.max(1, band.classes().size());
        int average = students.size() / classes;
        var small = asks.tally("smaller-than-class", source, "groups");
        var mixed = asks.tally("across-classes", source, "groups");
        var adults = asks.tally("adults", source, "times");
        for (WorkshopGroup group : finished.groups()) {
            int size = group.students().size();
            small.addPlace(size * classes < students.size(), asks.reason("large-group", size), group.id());
            boolean isMixed = homes.studentsByClassName(group.students()).size() > 1;
            boolean isAlone =
                    homes.studentsByClassName(rounds.students(group.round())).size() < 2;
            mixed.addPlace(isAlone || isMixed, asks.reason("one-class"), group.id());
            group.meetings()
                    .forEach(meeting -> adults.addPlace(
                            meeting.seats().size(),
                            meeting.seats().stream()
                                    .filter(seat -> seat.staffId() != null)
                                    .count(),
                            asks.reason("adult-missing"),
                            meeting.sessionId()));
        }
        small.finish(average);
        mixed.finish();
        adults.finish();
    }

    private void students() {
        var place = asks.tally("place", partlyOurs, "times");
        var punches = asks.tally("punch-card", source, "students");
        var wishes = asks.tally("wishes", source, "students");
        for (StudentId student : students.keySet()) {
            Collection<String> own = workshopsOf(student).values();
            place.addPlace(roundsOf(student), own.size(), asks.reason("no-place", own.size()), student);
            punches.addPlace(isInLimits(own), asks.reason("too-often"), student);
            Map<String, Integer> wished = points.getOrDefault(student, Map.of());
            if (!wished.isEmpty()) {
                wishes.addPlace(!Collections.disjoint(own, wished.keySet()), asks.reason("no-wish"), student);
            }
        }
        place.finish(rounds.rounds().size());
        punches.finish(band.mostTimes());
        wishes.finish();
        long without = students.keySet().stream()
                .filter(one -> !points.containsKey(one))
                .count();
        asks.informational("without-wishes", FidelityReportBuilder.productDefault(), "students", 0, without);
    }

    private long roundsOf(StudentId student) {
        return Objects.requireNonNull(students.get(student));
    }

    private Map<String, String> workshopsOf(StudentId student) {
        return Objects.requireNonNull(taken.get(student));
    }

    private boolean isInLimits(Collection<String> own) {
        return band.workshops().stream()
                .allMatch(one -> Collections.frequency(own, one.id())
                        <= (one.mostTimes() == null ? band.mostTimes() : one.mostTimes()));
    }

    private void workshopTable() {
        var table = asks.table(
                "workshops",
                Set.of("rounds", "groups", "fewest", "most"),
                "title",
                "rounds",
                "groups",
                "fewest",
                "most",
                "adults",
                "rooms");
        for (Workshop workshop : band.workshops()) {
            List<WorkshopGroup> groups = finished.groupsOf(workshop);
            var meetings =
                    groups.stream().flatMap(one -> one.meetings().stream()).toList();
            Set<Object> adults = new LinkedHashSet<>();
            meetings.forEach(one -> adults.addAll(FinishedIntervention.staff(one)));
            var sizes = groups.stream().mapToInt(one -> one.students().size()).summaryStatistics();
            table.addLine(
                    new GroupId(workshop.id()),
                    meetings.stream().allMatch(FinishedIntervention::isFullyStaffed)
                            && finished.roundsOf(workshop) >= workshop.leastRounds(),
                    meetings.stream().map(Meeting::sessionId).toList(),
                    asks.text(workshop.title()),
                    asks.number(finished.roundsOf(workshop)),
                    asks.number(groups.size()),
                    asks.number(groups.isEmpty() ? 0 : sizes.getMin()),
                    asks.number(groups.isEmpty() ? 0 : sizes.getMax()),
                    asks.list(adults),
                    asks.list(FinishedIntervention.rooms(meetings)));
        }
        table.finish();
    }

    private void studentTable() {
        Map<String, String> titles = band.workshops().stream().collect(Collectors.toMap(Workshop::id, Workshop::title));
        var table = asks.table("students", Set.of(), "workshops", "wishes");
        for (StudentId student : students.keySet()) {
            Collection<String> own = workshopsOf(student).values();
            Map<String, Integer> wished = points.getOrDefault(student, Map.of());
            var names = new ArrayList<Phrase>();
            own.forEach(one -> names.add(asks.text(titles.getOrDefault(one, one))));
            long fulfilled = own.stream().filter(wished::containsKey).count();
            table.addLine(
                    student,
                    own.size() == roundsOf(student) && (wished.isEmpty() || fulfilled > 0),
                    List.of(),
                    asks.list(names),
                    wished.isEmpty()
                            ? asks.phrase("students.none")
                            : asks.phrase("students.fulfilled", fulfilled, roundsOf(student)));
        }
        table.finish();
    }
}
