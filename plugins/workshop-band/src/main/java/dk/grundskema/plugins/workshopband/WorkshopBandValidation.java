package dk.grundskema.plugins.workshopband;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.problem.MemberLock;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.spi.toolkit.FindingCollector;
import dk.grundskema.solver.spi.toolkit.HomeClasses;
import dk.grundskema.solver.spi.toolkit.LessonsByPerson;
import dk.grundskema.solver.spi.toolkit.MemberLockCheck;
import dk.grundskema.solver.spi.toolkit.PlannedWeeks;
import dk.grundskema.solver.spi.toolkit.UsableTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds everything that is wrong with the parameters of a band. */
final class WorkshopBandValidation {
    private final WorkshopBandParameters band;
    private final Problem problem;
    private final FindingCollector found;
    private final WorkshopPeople people;
    private final BandStudents there;
    private final List<StudentId> students;
    private final List<BandRound> rounds;

    private WorkshopBandValidation(Intervention<WorkshopBandParameters> intervention, Problem problem) {
        this.band = intervention.parameters();
        this.problem = problem;
        this.found = new FindingCollector(WorkshopBandPlugin.ID, problem);
        this.people = new WorkshopPeople(problem);
        this.there = new BandStudents(band, problem);
        this.students = there.all();
        this.rounds = BandRound.of(band, problem, List.of());
    }

    static List<Finding> of(Intervention<WorkshopBandParameters> intervention, Problem problem) {
        var validation = new WorkshopBandValidation(intervention, problem);
        validation.found.checkReferences(intervention.parameters(), "");
        validation.period();
        validation.found.forEachWithoutError(
                intervention.parameters().workshops(), "workshops", validation::checkWorkshop);
        validation.places();
        validation.wishes();
        if (!validation.found.hasErrors()) {
            Demand demand = WorkshopBandExpansion.of(intervention, problem, List.of());
            MemberLockCheck.check(problem, demand, validation.found, "workshops");
            validation.locks(intervention, demand);
        }
        return validation.found.all();
    }

    /** Counts locked students of groups that have fewer places than the largest group, which is the limit of the grouping. */
    private void locks(Intervention<WorkshopBandParameters> intervention, Demand demand) {
        Map<GroupId, String> names = new HashMap<>();
        int largest = 0;
        for (Grouping grouping : demand.groupings()) {
            largest = Math.max(largest, grouping.largest());
            grouping.groups().forEach(group -> names.put(group.id(), group.name()));
        }
        for (BandRound round : rounds) {
            for (int i = 0; i < band.workshops().size(); i++) {
                Workshop workshop = band.workshops().get(i);
                for (int section = 1; section <= workshop.sections(); section++) {
                    GroupId group = WorkshopBandExpansion.groupId(intervention, round.id(), workshop, section);
                    long locked = problem.memberLocks().stream()
                            .filter(lock -> lock.groupId().equals(group))
                            .map(MemberLock::studentId)
                            .distinct()
                            .count();
                    found.errorUnless(
                            locked <= workshop.most() || locked > largest,
                            "too-many-pins",
                            "workshops/" + i + "/most",
                            names.getOrDefault(group, workshop.title()),
                            locked,
                            workshop.most());
                }
            }
        }
    }

    private void period() {
        int weeks = PlannedWeeks.of(problem, band.firstWeek(), band.weeks(), List.of())
                .size();
        found.warnIf(weeks < band.weeks(), "few-school-weeks", "weeks", band.weeks(), weeks);
        boolean isUsual =
                band.weeks() >= WorkshopBandFidelity.FEWEST_WEEKS && band.weeks() <= WorkshopBandFidelity.MOST_WEEKS;
        found.warnIf(!isUsual, "other-weeks", "weeks", band.weeks());
        found.warnIf(band.band().isEmpty(), "no-band", "band");
        found.errorUnless(band.band().isEmpty() || !rounds.isEmpty(), "no-round", "band");
        FindingCollector.forEach(band.band(), "band", (part, at) -> {
            boolean isAgain =
                    band.band().subList(0, band.band().indexOf(part)).stream().anyMatch(other -> overlaps(part, other));
            boolean isTwice = band.band().stream().filter(part::equals).count() > 1;
            found.errorUnless(!isAgain && !isTwice, "band-overlap", at, part.start(), part.end());
        });
        lessons();
    }

    private static boolean overlaps(UsableTime one, UsableTime other) {
        return one.days().stream().anyMatch(other.days()::contains)
                && one.start().isBefore(other.end())
                && other.start().isBefore(one.end());
    }

    /** Students with lessons in the band can come only if a decision lets them miss these. */
    private void lessons() {
        var lessons = LessonsByPerson.of(problem);
        List<MeetingTime> times =
                rounds.stream().flatMap(round -> round.times().stream()).toList();
        List<StudentId> busy = students.stream()
                .filter(one -> times.stream()
                        .anyMatch(time -> !lessons.overlapping(one, time).isEmpty()))
                .toList();
        found.warnIf(band.excuse() == null && !busy.isEmpty(), "lessons-in-band", "band", busy.size());
    }

    private void checkWorkshop(Workshop workshop, String place) {
        String title = workshop.title();
        found.errorUnless(workshop.hasUsableId(), "id-malformed", place + "/id", workshop.id());
        if (!workshop.skill().isBlank() || workshop.leaders().isEmpty()) {
            found.errorUnless(
                    !people.leaders(workshop).isEmpty(), "no-leader", place + "/skill", title, workshop.skill());
        }
        found.errorUnless(
                !workshop.hasHelper() || !people.helpers(workshop).isEmpty(),
                "no-helper",
                place + "/helperSkill",
                title,
                workshop.helperSkill());
        Set<StaffId> either = new TreeSet<>(people.leaders(workshop));
        either.addAll(people.helpers(workshop));
        found.warnIf(
                workshop.hasHelper()
                        && either.size() == 1
                        && !people.helpers(workshop).isEmpty(),
                "same-adult",
                place + "/helpers",
                title,
                List.copyOf(either));
        int seats = people.rooms(workshop).stream()
                .flatMap(id -> problem.room(id).stream())
                .mapToInt(Room::capacity)
                .max()
                .orElse(0);
        found.errorUnless(seats >= workshop.fewest(), "no-room", place + "/rooms", title, workshop.fewest());
        found.warnIf(
                seats >= workshop.fewest() && seats < workshop.most(),
                "small-rooms",
                place + "/rooms",
                title,
                workshop.most(),
                seats);
        int classes = band.classes().size();
        boolean isSmaller = classes == 0 || students.isEmpty() || workshop.most() * classes < students.size();
        found.warnIf(
                !isSmaller,
                "not-below-class",
                place + "/most",
                title,
                workshop.most(),
                classes == 0 ? 0 : students.size() / classes);
        found.errorUnless(
                workshop.leastRounds() <= rounds.size() || rounds.isEmpty(),
                "more-rounds-than-band",
                place + "/leastRounds",
                title,
                workshop.leastRounds(),
                rounds.size());
    }

    private void places() {
        found.warnIf(band.classes().isEmpty(), "no-classes", "classes");
        FindingCollector.forEach(
                band.classes(),
                "classes",
                (id, at) -> problem.group(id)
                        .filter(group -> new HomeClasses(problem).members(id).isEmpty())
                        .ifPresent(empty -> found.warning("empty-class", at, id)));
        found.errorUnless(!band.workshops().isEmpty(), "no-workshops", "workshops");
        if (band.workshops().isEmpty() || students.isEmpty()) {
            return;
        }
        int most = there.most(rounds);
        int places = band.workshops().stream()
                .mapToInt(one -> one.most() * one.sections())
                .sum();
        found.warnIf(places < most, "few-places", "workshops", places, most);
        long needed = rounds.stream().mapToLong(round -> there.in(round).size()).sum();
        long offered = band.workshops().stream()
                .mapToLong(one -> (long) one.most() * one.sections() * roundsOf(one))
                .sum();
        found.warnIf(places >= most && offered < needed, "few-places-in-all", "workshops", offered, needed);
        int punches = band.workshops().stream()
                .mapToInt(one -> Math.min(one.limit(band), roundsOf(one)))
                .sum();
        found.warnIf(punches < rounds.size(), "few-punches", "mostTimes", punches, rounds.size());
        var capacity = new BandCapacity(band.workshops());
        int groups = capacity.groupsFor(most);
        int led = capacity.heldAtOnce(people::leaders);
        found.warnIf(led < groups, "few-adults", "workshops", led, groups);
        int housed = capacity.heldAtOnce(people::rooms);
        found.warnIf(housed < groups, "few-rooms", "workshops", housed, groups);
    }

    /** Returns in how many rounds a workshop can be offered. */
    private int roundsOf(Workshop workshop) {
        Integer most = workshop.mostRounds();
        return most == null ? rounds.size() : Math.min(most, rounds.size());
    }

    private void wishes() {
        Set<String> workshops = new TreeSet<>();
        band.workshops().forEach(one -> workshops.add(one.id()));
        Set<StudentId> own = new HashSet<>(students);
        Set<StudentId> wishing = new HashSet<>();
        FindingCollector.forEach(band.wishes(), "wishes", (wish, at) -> {
            wishing.add(wish.studentId());
            found.checkKnown(workshops, wish.workshop(), "unknown-workshop", at + "/workshop");
            boolean isKnown = problem.student(wish.studentId()).isPresent();
            found.errorUnless(
                    band.classes().isEmpty() || !isKnown || own.contains(wish.studentId()),
                    "wish-of-stranger",
                    at + "/studentId",
                    wish.studentId());
        });
        long without = students.stream().filter(one -> !wishing.contains(one)).count();
        if (without > 0) {
            found.info("without-wishes", "wishes", without, students.size());
        }
    }
}
