package dk.grundskema.plugins.peerlearning;

import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.solver.spi.toolkit.CommonTime;
import dk.grundskema.solver.spi.toolkit.Company;
import dk.grundskema.solver.spi.toolkit.FindingList;
import dk.grundskema.solver.spi.toolkit.PlannedWeeks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything that is wrong with an intervention, all at once. */
final class PeerValidation {
    /** What would give so many times a week. */
    private record Change(String code, Object what, int times) {}

    private final Intervention<PeerLearningParameters> intervention;
    private final PeerLearningParameters parameters;
    private final Problem problem;
    private final FindingList found;
    private final PeerTimes times;

    private PeerValidation(Intervention<PeerLearningParameters> intervention, Problem problem) {
        this.intervention = intervention;
        this.parameters = intervention.parameters();
        this.problem = problem;
        this.found = new FindingList(PeerLearningPlugin.ID, problem);
        this.times = PeerTimes.of(parameters, problem, List.of());
    }

    static List<Finding> of(Intervention<PeerLearningParameters> intervention, Problem problem) {
        return new PeerValidation(intervention, problem).all();
    }

    private List<Finding> all() {
        found.warnIf(parameters.weeks() < 16, "few-weeks", "weeks", parameters.weeks());
        found.warnIf(parameters.lessonsPerWeek() < 2, "few-lessons", "lessonsPerWeek", parameters.lessonsPerWeek());
        boolean swaps = parameters.sets().stream().anyMatch(set -> set.form() == PeerSet.Form.EQUALS);
        found.warnIf(swaps && parameters.swapMinutes() != 15, "other-swap", "swapMinutes", parameters.swapMinutes());
        int weeks = PlannedWeeks.of(problem, parameters.firstWeek(), parameters.weeks(), List.of())
                .size();
        found.warnIf(weeks < parameters.weeks(), "few-school-weeks", "weeks", parameters.weeks(), weeks);
        found.known(parameters.levels().stream().map(StudentLevel::studentId).toList(), "levels");
        found.known(parameters.supervisors(), "supervisors");
        List<Roster> rosters = Roster.of(parameters, problem);
        found.unless(!rosters.isEmpty(), "no-sets", "sets");
        for (int i = 0; i < rosters.size(); i++) {
            set(rosters.get(i), "sets/" + i);
        }
        for (int i = 0; i < parameters.pairs().size(); i++) {
            pair(parameters.pairs().get(i), rosters, "pairs/" + i);
        }
        if (!found.hasErrors()) {
            pins();
        }
        return found.all();
    }

    private void set(Roster roster, String at) {
        PeerSet set = roster.set();
        boolean known = Stream.of(
                        found.known(set.classes(), at + "/classes"),
                        found.known(set.students(), at + "/students"),
                        found.known(set.tutorClasses(), at + "/tutorClasses"),
                        found.known(set.tutors(), at + "/tutors"),
                        found.known(set.without(), at + "/without"),
                        found.known(set.rooms(), at + "/rooms"))
                .allMatch(isKnown -> isKnown);
        Set<String> taught = problem.lessons().stream().map(Lesson::subject).collect(Collectors.toSet());
        for (int i = 0; i < set.subjects().size(); i++) {
            known &= found.word(taught, set.subjects().get(i), "unknown-subject", at + "/subjects/" + i);
        }
        if (!known) {
            return;
        }
        found.unless(
                roster.all().size() > 1,
                "set-too-small",
                at,
                set.id(),
                roster.all().size());
        found.unless(
                roster.all().size() < 2 || roster.fits(),
                "uneven-sides",
                at,
                set.id(),
                roster.learners().size(),
                roster.tutors().size());
        found.unless(Collections.disjoint(roster.learners(), roster.tutors()), "on-both-sides", at, set.id());
        var unjudged = roster.all().stream()
                .filter(one -> !roster.levels().containsKey(one))
                .toList();
        boolean judged = set.form() == PeerSet.Form.EQUALS || set.namesTutors() || unjudged.isEmpty();
        found.unless(judged, "levels-missing", at, set.id(), unjudged);
        boolean needsRoom = set.place() == PeerSet.Place.OUTSIDE || !set.rooms().isEmpty();
        found.unless(
                !needsRoom || !times.rooms(roster).isEmpty(),
                "rooms-too-small",
                at + "/rooms",
                set.id(),
                roster.all().size());
        var own = times.common().free().lessons();
        var without = roster.all().stream().filter(one -> own.of(one).isEmpty()).toList();
        found.unless(without.isEmpty(), "no-timetable", at, set.id(), without);
        if (without.isEmpty() && roster.all().size() > 1) {
            enoughTimes(roster, at);
        }
        var company = new Company(problem, roster.all());
        company.contradictions().forEach(chain -> found.warning("wishes-against-veto", at, chain));
        var pinned = roster.pinned().stream()
                .flatMap(pair -> pair.students().stream())
                .toList();
        pinned.stream()
                .filter(one -> Collections.frequency(pinned, one) > 1)
                .distinct()
                .forEach(one -> found.error("in-two-pairs", "pairs", one));
    }

    /** As many times as lessons; otherwise the three changes that would give most. */
    private void enoughTimes(Roster roster, String at) {
        PeerSet set = roster.set();
        int count = CommonTime.apart(times.of(roster));
        if (count >= parameters.lessonsPerWeek()) {
            return;
        }
        found.unless(count > 0, "no-common-time", at, set.id(), parameters.lessonsPerWeek());
        found.warnIf(count > 0, "few-common-times", at, set.id(), parameters.lessonsPerWeek(), count);
        var changes = new ArrayList<Change>();
        if (set.place() == PeerSet.Place.INSIDE) {
            boolean own = set.rooms().isEmpty();
            var taught = times.common().lessons(roster.all(), PeerTimes.suits(List.of()));
            taught.stream().map(Lesson::subject).distinct().sorted().forEach(subject -> {
                var more = Stream.concat(set.subjects().stream(), Stream.of(subject))
                        .toList();
                changes.add(new Change("change-subject", subject, inside(roster.all(), more, own)));
            });
            changes.add(new Change("change-room", set.id(), inside(roster.all(), set.subjects(), false)));
            for (StudentId one : roster.all()) {
                var others = roster.all().stream()
                        .filter(other -> !other.equals(one))
                        .toList();
                changes.add(new Change("change-without", one, inside(others, set.subjects(), own)));
            }
        }
        changes.stream()
                .filter(change -> change.times() > count)
                .sorted(Comparator.comparingInt(Change::times).reversed())
                .limit(3)
                .forEach(change -> found.info(change.code(), at, change.what(), change.times()));
    }

    private int inside(List<StudentId> students, List<String> subjects, boolean own) {
        return CommonTime.apart(times.common().inside(students, PeerTimes.suits(subjects), own));
    }

    private void pair(PeerPair pair, List<Roster> rosters, String at) {
        if (!found.known(pair.students(), at + "/students")) {
            return;
        }
        var of = rosters.stream().filter(one -> one.pinned().contains(pair)).toList();
        found.unless(!of.isEmpty(), "pair-in-no-set", at, pair.students());
        boolean hasTutor = of.stream()
                .allMatch(one -> one.tutors().isEmpty()
                        || pair.students().stream().map(one::isTutor).distinct().count() == 2);
        found.unless(hasTutor, "pair-without-tutor", at, pair.students());
        var vetoed = new Company(problem, pair.students()).vetoedAmong(pair.students());
        found.unless(vetoed.isEmpty(), "pair-vetoed", at, vetoed);
        StaffId by = pair.confirmedBy();
        if (by != null && found.staff(by, at + "/confirmedBy")) {
            var own = times.common().free().lessons();
            boolean knows =
                    pair.students().stream().anyMatch(one -> own.teachers(one).contains(by));
            found.warnIf(!knows, "confirmed-by-stranger", at + "/confirmedBy", by);
        }
    }

    /** What is locked into a pair beside those who are in it from the start finds a place there, and nobody vetoes it. */
    private void pins() {
        for (Grouping grouping :
                PeerExpansion.of(intervention, problem, List.of()).groupings()) {
            for (Group pair : grouping.groups()) {
                var members = new ArrayList<StudentId>();
                pair.members().forEach(one -> members.add(one.studentId()));
                problem.memberLocks().stream()
                        .filter(lock -> lock.groupId().equals(pair.id()) && !members.contains(lock.studentId()))
                        .forEach(lock -> members.add(lock.studentId()));
                found.unless(
                        members.size() <= grouping.largest(),
                        "too-many-pins",
                        "pairs",
                        pair.name(),
                        members.size(),
                        grouping.largest());
                var vetoed = new Company(problem, members).vetoedAmong(members);
                found.unless(vetoed.isEmpty(), "pair-vetoed", "pairs", vetoed);
            }
        }
    }
}
