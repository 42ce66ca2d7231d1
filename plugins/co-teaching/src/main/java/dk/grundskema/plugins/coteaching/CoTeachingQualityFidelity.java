package dk.grundskema.plugins.coteaching;

import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.Reason;
import dk.grundskema.domain.fidelity.Shortfall;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.plugins.coteaching.FinishedPattern.HeldLesson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Assesses whether classes have co-teaching for long enough, by few and experienced staff, with shared preparation and a second
 * room where it is needed.
 *
 * @param parameters the parameters
 * @param finished   the finished co-teaching
 */
record CoTeachingQualityFidelity(CoTeachingParameters parameters, FinishedCoTeaching finished) {
    /** School weeks of half a school year. Source: guide, part A (half to a whole school year); a school year of 40 weeks. */
    static final int HALF_YEAR_WEEKS = 20;

    /** Maximum number of different co-teachers of a class that counts as few. Ours. */
    static final int FEW_CO_TEACHERS = 3;

    private static final int FORMS = TeachingForm.values().length;

    List<Ask> asks() {
        return List.of(duration(), preparation(), fewCoTeachers(), experience(), forms(), secondRooms());
    }

    private Ask duration() {
        Map<GroupId, Set<IsoWeek>> weeks = new LinkedHashMap<>();
        for (FinishedPattern pattern : finished.patterns()) {
            var ofClass = weeks.computeIfAbsent(pattern.need().groupId(), any -> new TreeSet<>());
            if (pattern.givenMinutes() > 0) {
                ofClass.addAll(pattern.weeks());
            }
        }
        var places = new ArrayList<Shortfall>();
        weeks.forEach((group, held) -> {
            if (held.size() < HALF_YEAR_WEEKS) {
                places.add(Shortfall.at(Reason.of("co-teaching.why.few-weeks", held.size()), group));
            }
        });
        return Ask.counted(
                "co-teaching.ask.duration",
                CoTeachingOrigins.OVERVIEW_PARTLY_OURS,
                "classes",
                weeks.size(),
                places,
                HALF_YEAR_WEEKS);
    }

    /** Each class with co-teaching has a fixed time at which a co-teacher and a teacher prepare. */
    private Ask preparation() {
        var places = new ArrayList<Shortfall>();
        long asked = 0;
        for (FinishedPattern pattern : finished.patterns()) {
            if (pattern.preparationMinutes() == 0 || pattern.givenMinutes() == 0) {
                continue;
            }
            asked++;
            if (!pattern.isPrepared()) {
                String code = pattern.preparation() == null
                        ? "co-teaching.why.no-common-time"
                        : "co-teaching.why.preparation-empty";
                places.add(Shortfall.at(
                        Reason.of(code),
                        pattern.need().groupId(),
                        pattern.weeks().first(),
                        pattern.weeks().last()));
            }
        }
        SharedPreparation minutes = parameters.preparation();
        return Ask.counted(
                "co-teaching.ask.preparation",
                CoTeachingOrigins.PRACTICE_PARTLY_OURS,
                "patterns",
                asked,
                places,
                minutes.minutesType1(),
                minutes.minutesType2());
    }

    private Ask fewCoTeachers() {
        var places = new ArrayList<Shortfall>();
        for (FinishedPattern pattern : finished.patterns()) {
            int people = coTeachers(pattern).size();
            if (people > FEW_CO_TEACHERS) {
                places.add(Shortfall.at(
                        Reason.of("co-teaching.why.many-co-teachers", people),
                        pattern.need().groupId(),
                        pattern.weeks().first(),
                        pattern.weeks().last()));
            }
        }
        return Ask.counted(
                "co-teaching.ask.few-co-teachers",
                CoTeachingOrigins.PRACTICE_PARTLY_OURS,
                "patterns",
                finished.patterns().size(),
                places,
                FEW_CO_TEACHERS);
    }

    /** Returns the co-teachers of a class in a span. */
    static Set<StaffId> coTeachers(FinishedPattern pattern) {
        Set<StaffId> people = new LinkedHashSet<>();
        pattern.lessons().forEach(held -> people.addAll(held.coTeachers()));
        return people;
    }

    private Ask experience() {
        Set<StaffId> teaching = new LinkedHashSet<>();
        finished.patterns().forEach(pattern -> teaching.addAll(coTeachers(pattern)));
        var places = new ArrayList<Shortfall>();
        for (CoTeacher one : parameters.pool()) {
            Integer years = one.yearsOfExperience();
            if (teaching.contains(one.staffId()) && years != null && years < parameters.experienceYears()) {
                places.add(Shortfall.at(Reason.of("co-teaching.why.few-years", years), one.staffId()));
            }
        }
        return Ask.counted(
                "co-teaching.ask.experience",
                CoTeachingOrigins.PRACTICE_PARTLY_OURS,
                "people",
                teaching.size(),
                places,
                parameters.experienceYears());
    }

    /** Counts how many of the three forms are used. */
    private Ask forms() {
        Set<String> used = new TreeSet<>();
        for (FinishedPattern pattern : finished.patterns()) {
            pattern.lessons().stream()
                    .filter(HeldLesson::isCoTaught)
                    .forEach(held -> used.add(held.meeting().form()));
        }
        return Ask.informational("co-teaching.ask.forms", CoTeachingOrigins.PRACTICE, "forms", FORMS, used.size());
    }

    private Ask secondRooms() {
        var places = new ArrayList<Shortfall>();
        long asked = 0;
        for (FinishedPattern pattern : finished.patterns()) {
            for (HeldLesson held : pattern.lessons()) {
                if (held.isParallel() && held.isCoTaught()) {
                    asked++;
                    if (!AmountFidelity.hasRoom(held)) {
                        places.add(Shortfall.at(
                                Reason.of("co-teaching.why.no-room"),
                                held.meeting().sessionId()));
                    }
                }
            }
        }
        return asked == 0
                ? Ask.notApplicable("co-teaching.ask.second-room", CoTeachingOrigins.PRACTICE, "lessons")
                : Ask.counted("co-teaching.ask.second-room", CoTeachingOrigins.PRACTICE, "lessons", asked, places);
    }
}
